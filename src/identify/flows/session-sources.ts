import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { SessionRoots } from '../session-roots.js';

const MAX_DEPTH = 12;

/** A value that nothing more is known about, and the properties of it that are meant. */
interface Leaf {
  readonly base: Term;
  readonly keys: readonly string[];
}

/**
 * The session paths that a value can come from: `(req.session.journey?.details ?? {}).city` comes from
 * `['session', 'journey', 'details', 'city']`. What is empty (`{}`, `''`) is no source; `undefined` where the value can
 * come from anything else.
 */
export function sessionSources(linked: Linked, roots: SessionRoots, term: Term): readonly (readonly string[])[] | undefined {
  const paths = leavesOf(linked, term, 0).map(({ base, keys }) => {
    const found = roots.pathOf(base);
    return found && [found.match.row.name, ...found.path, ...keys];
  });
  return paths.every((path) => path !== undefined) ? paths : undefined;
}

function leavesOf(linked: Linked, term: Term, depth: number): readonly Leaf[] {
  const { value } = term;
  const follow = (next: Term): readonly Leaf[] => leavesOf(linked, next, depth + 1);
  if (depth > MAX_DEPTH) return [{ base: term, keys: [] }];
  switch (value.k) {
    case 'literal':
    case 'global':
      return isNothing(term) ? [] : [{ base: term, keys: [] }];
    case 'any':
      return (value.op === '&&' ? value.of.slice(-1) : value.of).flatMap((id) => follow(linked.beside(term, id)));
    case 'await':
      return follow(linked.beside(term, value.of));
    case 'instance':
      return value.of === undefined ? [{ base: term, keys: [] }] : follow(linked.beside(term, value.of));
    case 'param':
    case 'import':
    case 'call': {
      const next = linked.step(term);
      return next.length === 0 ? [{ base: term, keys: [] }] : next.flatMap(follow);
    }
    case 'member':
      return typeof value.key === 'string' ? membersOf(linked, term, linked.beside(term, value.of), value.key, depth) : [{ base: term, keys: [] }];
    default:
      return [{ base: term, keys: [] }];
  }
}

function membersOf(linked: Linked, term: Term, owner: Term, key: string, depth: number): readonly Leaf[] {
  return leavesOf(linked, owner, depth + 1).flatMap(({ base, keys }): readonly Leaf[] => {
    if (keys.length > 0) return [{ base, keys: [...keys, key] }];
    if (base === owner && base.value.k !== 'object') return [{ base: term, keys: [] }];
    if (base.value.k !== 'object' || base.value.open || base.value.spreads.length > 0) return [{ base, keys: [key] }];
    const entry = base.value.entries.findLast((one) => one.key === key);
    return entry ? leavesOf(linked, linked.beside(base, entry.value), depth + 1) : [];
  });
}

function isNothing({ value }: Term): boolean {
  return (value.k === 'literal' && (value.value === '' || value.value === null)) || (value.k === 'global' && value.name === 'undefined');
}
