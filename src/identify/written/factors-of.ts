import type { Linked } from '../../link/link.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import { resolveNumber } from '../durations.js';

/** The constant factors of a product in source order, and whether others stand beside them. A literal is one factor. */
export interface Factors {
  readonly factors: readonly number[];
  readonly open: boolean;
}

const NONE: Factors = { factors: [], open: true };
const MAX_DEPTH = 12;

/** `1000 * 60 * DAY` has the factors of `DAY` too. Sums and quotients are one constant factor, as far as they are known. */
export function factorsOf(linked: Linked, term: Term, depth = 0): Factors {
  if (depth > MAX_DEPTH) return NONE;
  const known = resolveTerm(linked, term).filter((found) => found.status !== 'absent');
  // `process.env.TTL ?? 60 * 60` is what is written, where the environment does not say otherwise.
  const written = known.flatMap((found) => (found.status === 'known' && isNumber(found.term) ? [found.term] : []));
  const [only] = written;
  if (!only || written.length > 1) return NONE;
  if (only.value.k === 'op' && only.value.op === '*') {
    const sides = only.value.of.map((id) => factorsOf(linked, linked.beside(only, id), depth + 1));
    return { factors: sides.flatMap(({ factors }) => factors), open: sides.some(({ open }) => open) };
  }
  if (only.value.k === 'literal') return typeof only.value.value === 'number' ? { factors: [only.value.value], open: known.length > 1 && depth > 0 } : NONE;
  if (depth === 0) return NONE;
  const [value, ...others] = resolveNumber(linked, only);
  return value?.status === 'known' && others.length === 0 ? { factors: [value.value], open: known.length > 1 } : NONE;
}

function isNumber({ value }: Term): boolean {
  return value.k === 'op' || (value.k === 'literal' && typeof value.value === 'number') || value.k === 'call';
}
