import { byPath } from './by-path.js';
import { bySeverity, SEVERITIES } from './by-severity.js';
import { count } from './count.js';
import type { Finding } from './finding.js';
import { inOrder } from './in-order.js';
import { toCodeSpan, toHtmlText, toMarkdownText } from './markdown/escape.js';
import { findingLines, MARKS, type FindingContext } from './markdown/finding-lines.js';
import { Links } from './markdown/links.js';
import { cleanWords, lookedAt, problemsOf, severitiesOf } from './outcome.js';
import { ruleCounts } from './rule-counts.js';
import type { LeftOut, ScanReport } from './scan-report.js';
import { Sources } from './sources.js';

/** What {@link toMarkdown} needs beside the report. */
export interface MarkdownOptions {
  /** Where the report's paths begin, below the root of the repository: `''`, or `apps/web/` with a slash at its end. */
  readonly folder: string;
  /** Address of the root of the repository with a slash at its end. Without it links are relative to that root. */
  readonly base?: string;
  /** The text of a reported file; without it suggestions come without what they change. */
  sourceOf(path: string): string | undefined;
  /** Address of a rule's page. */
  urlOf(rule: string): string | undefined;
}

/** A comment on GitHub may have 65,536 characters; some room is left for what others put around the report. */
const LONGEST = 60_000;
const MOST_FINDINGS = 100;
/** Files and notes that are named. */
const MOST_NAMED = 20;

/**
 * The report as a comment on a pull request or a step summary. Where it would get too long, the most severe findings
 * stay. Nothing out of source code is read as markup, link or mention. The same report gives the same text.
 */
export function toMarkdown(report: ScanReport, options: MarkdownOptions): string {
  const context: FindingContext = {
    links: new Links(options.folder, options.base ?? ''),
    sources: new Sources((path) => options.sourceOf(path)),
    ruleLink: (rule) => {
      const url = options.urlOf(rule);
      return url === undefined ? toMarkdownText(rule) : `[${toMarkdownText(rule)}](${url})`;
    },
  };
  const rest = [...lostLines(report.failed), ...noteLines(report.notes), footer(report)];
  if (report.findings.length === 0) return text([headline(report), '', ...rest]);
  const head = [headline(report), '', ...ruleTable(report.findings, context)];
  const room = LONGEST - text([...head, ...rest]).length;
  const shown = thoseThatFit(report.findings, room, context);
  const files = byPath(inOrder([...shown.keys()])).flatMap((own) => [
    `### ${context.links.toFile(own[0]?.path ?? '')}`,
    '',
    ...own.flatMap((finding) => shown.get(finding) ?? []),
  ]);
  return text([...head, ...files, ...moreLines(report.findings.filter((finding) => !shown.has(finding))), ...rest]);
}

function headline(report: ScanReport): string {
  if (report.findings.length === 0) return `## ${report.failed.length > 0 ? '⚠️' : '✅'} session-memory: ${cleanWords(report)}`;
  const worst = SEVERITIES.find((severity) => report.findings.some((finding) => finding.severity === severity)) ?? 'info';
  return `## ${MARKS[worst][0]} session-memory: ${problemsOf(report.findings)}`;
}

function ruleTable(findings: readonly Finding[], context: FindingContext): readonly string[] {
  const counts = ruleCounts(findings);
  return ['| Rule | Problems |', '| --- | ---: |', ...counts.map(([rule, number]) => `| ${context.ruleLink(rule)} | ${number} |`), ''];
}

/** Each finding that is shown with its lines. The most severe are chosen first. */
function thoseThatFit(findings: readonly Finding[], room: number, context: FindingContext): ReadonlyMap<Finding, readonly string[]> {
  const shown = new Map<Finding, readonly string[]>();
  let left = room;
  for (const finding of bySeverity(findings).slice(0, MOST_FINDINGS)) {
    const lines = findingLines(finding, context);
    // The heading may be shared with others of its file.
    left -= text(lines).length + context.links.toFile(finding.path).length + 10;
    if (left < 0) break;
    shown.set(finding, lines);
  }
  return shown;
}

function moreLines(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  return [`**… and ${count(findings.length, 'more problem')}** (${severitiesOf(findings)}). \`session-memory scan\` shows all.`, ''];
}

function lostLines(failed: readonly LeftOut[]): readonly string[] {
  if (failed.length === 0) return [];
  const items = failed.map(({ path, reason }) => `- ${toCodeSpan(path)}: ${toMarkdownText(reason)}`);
  return ['### Could not be analysed', '', ...named(items), ''];
}

function noteLines(notes: readonly string[]): readonly string[] {
  if (notes.length === 0) return [];
  const items = notes.map((note) => `<li>${toHtmlText(note)}</li>`);
  const more = notes.length - MOST_NAMED;
  const last = more > 0 ? [`<li>… and ${more} more</li>`] : [];
  return [`<details><summary>${count(notes.length, 'note')}</summary>`, '<ul>', ...items.slice(0, MOST_NAMED), ...last, '</ul>', '</details>', ''];
}

function named(items: readonly string[]): readonly string[] {
  const more = items.length - MOST_NAMED;
  return more > 0 ? [...items.slice(0, MOST_NAMED), `- … and ${more} more`] : items;
}

function footer({ stats, skipped }: ScanReport): string {
  const left = skipped.length > 0 ? `, ${skipped.length} left out` : '';
  return `<sub>${lookedAt(stats)}${left}</sub>`;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
