import type { Case, KeyShape, Resolved } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import { placeOf } from './place-of.js';
import { wordsOf } from './words-of.js';

/** The cases of a storage key: its literal parts, and the words of what stands between them. */
export function resolveKey(linked: Linked, term: Term, depth = 0): Resolved<KeyShape> {
  const at = placeOf(term);
  const cases = resolveTerm(linked, term).map((found): Case<KeyShape> => {
    if (found.status !== 'known') return found.status === 'absent' ? { status: 'absent' } : found;
    return { status: 'known', value: shapeOf(linked, found.term, depth), at };
  });
  // A key that is a parameter or an unknown call still has words: `sessionKey(id)`, `userId`.
  if (cases.every((found) => found.status !== 'known')) return { cases: [{ status: 'known', value: { quasis: ['', ''], parts: [wordsOf(linked, term).join('.')] }, at }] };
  return { cases };
}

function shapeOf(linked: Linked, term: Term, depth: number): KeyShape {
  const { value } = term;
  if (value.k === 'literal') return { quasis: [String(value.value)], parts: [] };
  if (value.k === 'template') return joined(value.quasis.flatMap((text, index): readonly (string | KeyShape)[] => {
    const id = value.of[index];
    return id === undefined ? [text] : [text, part(linked, linked.beside(term, id), depth)];
  }));
  if (value.k === 'op' && value.op === '+') return joined(value.of.map((id) => part(linked, linked.beside(term, id), depth)));
  // `['sessions', id]`
  if (value.k === 'array') return joined(value.of.flatMap((id, index) => [...(index === 0 ? [] : ['/']), part(linked, linked.beside(term, id), depth)]));
  return { quasis: ['', ''], parts: [wordsOf(linked, term).join('.')] };
}

/** One operand of a key: its text when it is constant (`PREFIX`), else the words that name it. */
function part(linked: Linked, term: Term, depth: number): KeyShape {
  const [only, ...others] = resolveTerm(linked, term);
  const { value } = term;
  if (only?.status === 'known' && others.length === 0 && depth < 6) {
    const kind = only.term.value.k;
    if (kind === 'literal' || kind === 'template' || kind === 'op') return shapeOf(linked, only.term, depth + 1);
  }
  if (value.k === 'op' && value.op === '+' && depth < 6) return shapeOf(linked, term, depth + 1);
  return { quasis: ['', ''], parts: [wordsOf(linked, term).join('.')] };
}

function joined(pieces: readonly (string | KeyShape)[]): KeyShape {
  const quasis = [''];
  const parts: string[] = [];
  for (const piece of pieces) {
    const shape = typeof piece === 'string' ? { quasis: [piece], parts: [] } : piece;
    quasis[quasis.length - 1] += shape.quasis[0] ?? '';
    quasis.push(...shape.quasis.slice(1));
    parts.push(...shape.parts);
  }
  return { quasis, parts };
}

/** Keys with the same literal parts are the same family: `` `session:${id}` `` and `` `session:${userId}` ``. */
export function keyFamily(shape: KeyShape): string {
  return shape.quasis.join('\u0000');
}
