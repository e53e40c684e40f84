import type { Linked } from '../../link/link.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';

/** A part of a text: what is written there, or a value that is put in. */
export type Piece = string | Term;

const MAX_DEPTH = 12;
const MAX_TEXTS = 8;

/** The texts that a value may be, in pieces: `a=${b}; path=/` is `'a='`, `b`, `'; path=/'`. Constants are looked up. */
export function textsOf(linked: Linked, term: Term, depth = 0): readonly (readonly Piece[])[] {
  if (depth > MAX_DEPTH) return [[term]];
  const texts = resolveTerm(linked, term).map((found) => (found.status === 'known' ? ofKnown(linked, found.term, depth) : undefined));
  if (texts.length === 0 || texts.some((text) => text === undefined)) return [[term]];
  return texts.flatMap((text) => text ?? []).slice(0, MAX_TEXTS);
}

/** `undefined` where it is no text that stands in the code. */
function ofKnown(linked: Linked, term: Term, depth: number): readonly (readonly Piece[])[] | undefined {
  const { value } = term;
  const inside = (id: Parameters<Linked['beside']>[1]): readonly (readonly Piece[])[] => textsOf(linked, linked.beside(term, id), depth + 1);
  if (value.k === 'literal') return typeof value.value === 'string' ? [[value.value]] : undefined;
  if (value.k === 'op' && value.op === '+' && value.of.length > 1) return joinAll(value.of.map(inside));
  if (value.k !== 'template') return undefined;
  return joinAll(value.quasis.flatMap((text, index) => {
    const id = value.of[index];
    return id === undefined ? [[[text]]] : [[[text]], inside(id)];
  }));
}

function joinAll(parts: readonly (readonly (readonly Piece[])[])[]): readonly (readonly Piece[])[] {
  let texts: readonly (readonly Piece[])[] = [[]];
  for (const part of parts) texts = texts.flatMap((text) => part.map((more) => [...text, ...more])).slice(0, MAX_TEXTS);
  return texts;
}
