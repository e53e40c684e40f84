import type { Case, Resolved } from '../facts/index.js';

const UNKNOWN: Resolved<never> = { cases: [{ status: 'unknown', why: 'version' }] };

/** Parts that only make sense beside what they were read with. Where versions disagree there is nothing to mend. */
const DEPENDENT: ReadonlySet<string> = new Set(['remedy', 'notRenewed', 'keepsEnded']);

/**
 * Joins the facts that the rows of several versions give of one call. What they all say stays; the rest is unknown,
 * and so is everything when other versions (of which no row tells) may be in use.
 *
 * @param others facts of the same kind and place as `first`
 * @param complete does one of the rows hold in each version that may be in use?
 */
export function whatAllSay<F extends object>(first: F, others: readonly F[], complete: boolean): F {
  if (complete && others.length === 0) return first;
  const joined = Object.entries(first).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    const same = complete && others.every((other) => sameMeaning(value, (other as Record<string, unknown>)[key]));
    if (same) return [[key, value]];
    if (isResolved(value)) return [[key, UNKNOWN]];
    if (Array.isArray(value) && key !== 'path') return [[key, []]];
    return DEPENDENT.has(key) ? [] : [[key, value]];
  });
  return Object.fromEntries(joined) as F;
}

function isResolved(value: unknown): value is Resolved<unknown> {
  return typeof value === 'object' && value !== null && 'cases' in value;
}

/** Two versions may read the same lifetime at different places. */
function sameMeaning(a: unknown, b: unknown): boolean {
  return isResolved(a) && isResolved(b) ? meaningOf(a) === meaningOf(b) : JSON.stringify(a) === JSON.stringify(b);
}

function meaningOf({ cases }: Resolved<unknown>): string {
  return JSON.stringify(cases.map((one: Case<unknown>) => (one.status === 'known' ? one.value : one.status)));
}
