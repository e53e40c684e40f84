import type { Severity } from '../rule.js';
import { bySeverity, SEVERITIES } from './by-severity.js';
import { count } from './count.js';
import type { Finding, Span } from './finding.js';
import { plainLine, workflowCommand } from './github/workflow-command.js';
import { cleanWords, lookedAt, problemsOf } from './outcome.js';
import type { ScanReport } from './scan-report.js';

/** What {@link toGithub} needs beside the report. */
export interface GithubOptions {
  /** Where the report's paths begin, below the root of the repository: `''`, or `apps/web/` with a slash at its end. */
  readonly folder: string;
}

/** GitHub shows this many annotations of one level for one step; the others of the level it drops without a word. */
const SHOWN = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'notice' };

/**
 * The report as workflow commands, which GitHub Actions shows as annotations beside the code. Files are named from the
 * root of the repository. What GitHub would drop stands in a folded group of the log; the last line sums up.
 */
export function toGithub(report: ScanReport, { folder }: GithubOptions): string {
  const ordered = bySeverity(report.findings);
  const lost = lostLines(report);
  const shown = SEVERITIES.flatMap((severity) =>
    ordered.filter((finding) => finding.severity === severity).slice(0, severity === 'error' ? SHOWN - lost.length : SHOWN));
  const isShown = new Set(shown);
  const lines = [
    ...lost,
    ...shown.map((finding) => annotation(finding, folder)),
    ...groupLines(ordered.filter((finding) => !isShown.has(finding)), folder),
    ...report.notes.map((note) => plainLine(`note: ${note}`)),
    plainLine(`session-memory: ${summary(report)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Files that could not be analysed are one error, so that they leave room for findings. */
function lostLines({ failed }: ScanReport): readonly string[] {
  if (failed.length === 0) return [];
  const lines = failed.slice(0, SHOWN).map(({ path, reason }) => `${path}: ${reason}`);
  const more = failed.length > SHOWN ? [`… and ${failed.length - SHOWN} more`] : [];
  return [workflowCommand('error', { title: `${count(failed.length, 'file')} could not be analysed` }, [...lines, ...more])];
}

function annotation(finding: Finding, folder: string): string {
  const { ruleId, severity, message, related, suggestions, line, endLine, column, endColumn } = finding;
  const place = {
    file: folder + finding.path,
    line,
    endLine,
    // The runner takes no columns of more than one line.
    ...(line === endLine ? { col: column, endColumn } : {}),
  };
  const [first] = suggestions;
  return workflowCommand(COMMANDS[severity], { ...place, title: ruleId }, [
    message,
    ...related.slice(0, SHOWN).map((each) => `${placeOf(each, folder)}: ${each.message}`),
    ...(first === undefined ? [] : [`Suggestion: ${first.message}`]),
  ]);
}

function groupLines(findings: readonly Finding[], folder: string): readonly string[] {
  if (findings.length === 0) return [];
  return [
    workflowCommand('group', {}, [`${count(findings.length, 'more problem')}: GitHub shows ${SHOWN} annotations of each level`]),
    ...findings.map((finding) => plainLine(`${COMMANDS[finding.severity]}: ${placeOf(finding, folder)}: ${finding.ruleId}: ${finding.message}`)),
    workflowCommand('endgroup', {}, []),
  ];
}

function placeOf({ path, line, column }: Span, folder: string): string {
  return `${folder}${path}:${line}:${column}`;
}

function summary(report: ScanReport): string {
  const outcome = report.findings.length === 0 ? cleanWords(report) : problemsOf(report.findings);
  return `${outcome}: ${lookedAt(report.stats)}`;
}
