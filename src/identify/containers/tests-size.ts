import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { Candidate } from './candidates.js';
import type { Holdings } from './holdings.js';
import type { Use } from './uses.js';

const MAX_DEPTH = 6;

/** Does it depend on how much the container holds: `if (sessions.size >= LIMIT) return;`, `while (log.length > 100) log.shift()`? */
export function testsSize(linked: Linked, holdings: Holdings, candidate: Candidate, use: Use): boolean {
  return use.where.arms.some(({ test }) => test !== undefined && mentionsSize(linked, holdings, candidate, linked.term(use.within.file, test), 0));
}

function mentionsSize(linked: Linked, holdings: Holdings, candidate: Candidate, term: Term, depth: number): boolean {
  const { value } = term;
  if (depth > MAX_DEPTH) return false;
  if (value.k === 'op' || value.k === 'any') return value.of.some((id) => mentionsSize(linked, holdings, candidate, linked.beside(term, id), depth + 1));
  if (value.k !== 'member' || (value.key !== 'size' && value.key !== 'length')) return false;
  const owner = linked.beside(term, value.of);
  // `Object.keys(sessions).length`
  const counted = owner.value.k === 'call' ? [owner, ...owner.value.args.map((id) => linked.beside(owner, id))] : [owner];
  return counted.some((one) => holdings.find(one)?.candidate === candidate);
}
