import type { FunctionId } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';

/** Does a call's key, value or options depend on a parameter of the function it stands in? */
export function mentionsParameter(linked: Linked, call: Term, fn: FunctionId): boolean {
  const { value } = call;
  if (value.k !== 'call' && value.k !== 'new') return false;
  return value.args.some((id) => mentions(linked, linked.beside(call, id), fn, 0));
}

function mentions(linked: Linked, term: Term, fn: FunctionId, depth: number): boolean {
  const { value } = term;
  if (depth > 8) return false;
  switch (value.k) {
    case 'param':
      return value.fn === fn;
    case 'member':
    case 'await':
      return mentions(linked, linked.beside(term, value.of), fn, depth + 1);
    case 'template':
    case 'op':
    case 'any':
    case 'array':
      return value.of.some((id) => mentions(linked, linked.beside(term, id), fn, depth + 1));
    case 'call':
    case 'new':
      return value.args.some((id) => mentions(linked, linked.beside(term, id), fn, depth + 1));
    case 'object':
      return value.entries.some((entry) => mentions(linked, linked.beside(term, entry.value), fn, depth + 1)) || value.spreads.some((spread) => mentions(linked, linked.beside(term, spread.of), fn, depth + 1));
    default:
      return false;
  }
}
