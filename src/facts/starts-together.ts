import type { Place } from './place.js';

/** Do two places begin at the same character? A call, and the statement or chain that it begins, are told apart by their ends only. */
export function startsTogether(a: Place, b: Place): boolean {
  return a.file === b.file && a.range[0] === b.range[0];
}
