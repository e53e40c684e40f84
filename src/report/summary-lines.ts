import { SEVERITIES } from './by-severity.js';
import type { Colors } from './colors.js';
import { count } from './count.js';
import { visible } from './escape.js';
import type { Finding } from './finding.js';
import { cleanWords, lookedAt } from './outcome.js';
import { ruleCounts } from './rule-counts.js';
import type { LeftOut, ScanReport } from './scan-report.js';
import { severityMark } from './severity-mark.js';

export interface SummaryOptions {
  readonly colors: Colors;
  readonly width: number;
  readonly verbose: boolean;
}

/** What closes the report: notes, what was left out, the count of problems by severity and rule, what was looked at. */
export function summaryLines(report: ScanReport, findings: readonly Finding[], options: SummaryOptions): readonly string[] {
  const { colors } = options;
  const remarks = [...noteLines(report.notes, colors), ...failedLines(report.failed, colors), ...skippedLines(report.skipped, options)];
  const outcome = findings.length === 0 ? [cleanLine(report, colors)] : problemLines(report, findings, colors);
  return remarks.length === 0 ? outcome : [...remarks, ...(findings.length > 0 ? [''] : []), ...outcome];
}

function noteLines(notes: readonly string[], colors: Colors): readonly string[] {
  return notes.map((note) => `${colors.info('note')}  ${visible(note)}`);
}

function failedLines(failed: readonly LeftOut[], colors: Colors): readonly string[] {
  return failed.map(({ path, reason }) => `${colors.error('failed')}  ${visible(path)}: ${visible(reason)}`);
}

function skippedLines(skipped: readonly LeftOut[], { colors, verbose }: SummaryOptions): readonly string[] {
  if (skipped.length === 0) return [];
  const byReason = new Map<string, number>();
  for (const { reason } of skipped) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const reasons = [...byReason].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([reason, number]) => `${number} ${visible(reason)}`);
  const head = `${colors.faint('skipped')}  ${count(skipped.length, 'file')}: ${reasons.join(', ')}`;
  if (!verbose) return [head];
  return [head, ...skipped.map(({ path, reason }) => colors.faint(`         ${visible(path)}: ${visible(reason)}`))];
}

function problemLines(report: ScanReport, findings: readonly Finding[], colors: Colors): readonly string[] {
  const bySeverity = SEVERITIES.map((severity) => ({ severity, number: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => {
      const { word, plural, paint } = severityMark(severity, colors);
      return paint(count(number, word, plural));
    });
  const worst = severityMark(SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity))!, colors);
  const files = new Set(findings.map((finding) => finding.path)).size;
  const head = `${worst.paint(worst.symbol)} ${colors.strong(count(findings.length, 'problem'))} (${bySeverity.join(', ')}) in ${count(files, 'file')}`;
  return [head, ...ruleLines(findings), colors.faint(`  ${whatWasDone(report)}`)];
}

function ruleLines(findings: readonly Finding[]): readonly string[] {
  const rows = ruleCounts(findings);
  const digits = String(rows[0]?.[1] ?? 0).length;
  return rows.map(([rule, number]) => `  ${String(number).padStart(digits)} ${visible(rule)}`);
}

function cleanLine(report: ScanReport, colors: Colors): string {
  const mark = report.failed.length > 0 ? colors.warn('▲') : colors.good('✔');
  return `${mark} ${cleanWords(report)}: ${whatWasDone(report)}`;
}

/** `214 files looked at, 37 parsed, 2 with syntax errors, 0.8 s` */
function whatWasDone({ stats }: ScanReport): string {
  return `${lookedAt(stats)}, ${duration(stats.ms)}`;
}

function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
