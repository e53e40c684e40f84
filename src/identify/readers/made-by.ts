import type { TermCase } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { Read } from '../../models/library-model.js';
import { read } from './read.js';
import type { ReadFrom } from './read.js';

type MadeBy = Extract<Read, { readonly reader: 'made-by' }>;

/** `{ cookie: createCookie('id', { maxAge }) }` like `{ cookie: { maxAge } }`. */
export function madeBy(from: ReadFrom, what: MadeBy): readonly TermCase[] {
  return read(from, what.at).flatMap((found) => {
    if (found.status !== 'known') return [found];
    return read({ ...from, base: found.term }, isCallOf(from.linked, found.term, what) ? what.inside : what.inner);
  });
}

function isCallOf(linked: ReadFrom['linked'], term: Term, { call, packages }: MadeBy): boolean {
  if (term.value.k !== 'call') return false;
  return linked.views(linked.beside(term, term.value.callee)).some(({ value }) => value.k === 'import' && value.name === call && packages.includes(value.from));
}
