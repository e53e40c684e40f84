import type { Severity } from '../rule.js';
import { SEVERITIES } from './by-severity.js';
import { count } from './count.js';
import type { Finding } from './finding.js';
import type { ScanReport, ScanStats } from './scan-report.js';

const WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warn: ['warning', 'warnings'],
  info: ['info', 'info'],
};

/** `3 problems (1 error, 2 warnings) in 2 files` */
export function problemsOf(findings: readonly Finding[]): string {
  return `${count(findings.length, 'problem')} (${severitiesOf(findings)}) in ${count(new Set(findings.map(({ path }) => path)).size, 'file')}`;
}

/** `1 error, 2 warnings`, those that there are */
export function severitiesOf(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => ({ severity, number: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, ...WORDS[severity]))
    .join(', ');
}

/** `No problems found`, or what can be said instead when files were lost. */
export function cleanWords({ failed }: ScanReport): string {
  return failed.length > 0 ? 'No problems found in what could be analysed' : 'No problems found';
}

/** `214 files looked at, 37 parsed, 2 with syntax errors` */
export function lookedAt({ filesSeen, filesParsed, syntaxErrors }: ScanStats): string {
  const syntax = syntaxErrors > 0 ? [`${syntaxErrors} with syntax errors`] : [];
  return [`${count(filesSeen, 'file')} looked at`, `${filesParsed} parsed`, ...syntax].join(', ');
}
