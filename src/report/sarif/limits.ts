import { bySeverity } from '../by-severity.js';
import { count } from '../count.js';
import type { Finding } from '../finding.js';

/** Results that GitHub code scanning takes in one run; it rejects a file that has more. */
const TAKEN = 25_000;
/** Of these, results that it keeps. */
const KEPT = 5_000;

/** The findings that go into one run, the most severe first, with a remark for each limit that is reached. */
export function withinLimits(findings: readonly Finding[]): { readonly findings: readonly Finding[]; readonly remarks: readonly string[] } {
  const ordered = bySeverity(findings);
  const [cut, hidden] = [ordered.length - TAKEN, Math.min(ordered.length, TAKEN) - KEPT];
  return {
    findings: ordered.slice(0, TAKEN),
    remarks: [
      ...(cut > 0 ? [`The ${count(cut, 'least severe problem')} of ${ordered.length} are left out: code scanning takes ${TAKEN} in one run.`] : []),
      ...(hidden > 0 ? [`Code scanning keeps the ${KEPT} most severe problems of a run; ${hidden} more are in this file.`] : []),
    ],
  };
}
