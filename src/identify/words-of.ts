import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';

/**
 * The words that lead to a value, outermost first: `req.body.email` gives `['req', 'body', 'email']`,
 * `getUser().name` gives `['getUser', 'name']`. Parameters give their own name.
 */
export function wordsOf(linked: Linked, term: Term, depth = 0): readonly string[] {
  const { value, file } = term;
  if (depth > 10) return [];
  switch (value.k) {
    case 'member':
      return [...wordsOf(linked, linked.beside(term, value.of), depth + 1), ...(typeof value.key === 'string' ? [value.key] : [])];
    case 'call':
    case 'new':
      return wordsOf(linked, linked.beside(term, value.callee), depth + 1);
    case 'await':
      return wordsOf(linked, linked.beside(term, value.of), depth + 1);
    case 'instance':
      return value.of === undefined ? [value.type.name] : wordsOf(linked, linked.beside(term, value.of), depth + 1);
    case 'patched':
      return wordsOf(linked, linked.beside(term, value.of), depth + 1);
    case 'import':
      return value.name === '*' || value.name === 'default' ? [value.from] : [value.name];
    case 'global':
      return [value.name];
    case 'function':
      return [file.functions[value.id]?.name ?? ''].filter(Boolean);
    case 'param': {
      const name = file.functions[value.fn]?.params[value.index]?.name;
      return name === undefined ? [] : [name];
    }
    case 'any': {
      const [first] = value.of;
      return first === undefined ? [] : wordsOf(linked, linked.beside(term, first), depth + 1);
    }
    default:
      return [];
  }
}
