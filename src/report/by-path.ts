import type { Finding } from './finding.js';

/** Findings grouped by file; groups stand in the order in which their files come first. */
export function byPath(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = groups.get(finding.path);
    if (own) own.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return [...groups.values()];
}
