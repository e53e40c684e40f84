import type { Finding } from './finding.js';

/** Findings by path, place and rule: the same order in every format, on every machine (code units, no locale). */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.ruleId, b.ruleId) ||
      a.endLine - b.endLine ||
      a.endColumn - b.endColumn ||
      compare(a.message, b.message) ||
      compare(a.fingerprint, b.fingerprint),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
