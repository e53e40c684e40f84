import type { Finding } from './finding.js';

/** How often each rule reports, the most frequent first. */
export function ruleCounts(findings: readonly Finding[]): readonly (readonly [rule: string, number: number])[] {
  const byRule = new Map<string, number>();
  for (const { ruleId } of findings) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
  return [...byRule].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
