import type { Place, Write } from '../facts/index.js';
import type { Term } from '../link/term.js';
import type { Contents } from './contents/contents.js';
import { toCopies } from './contents/to-copies.js';
import type { IdentifyContext } from './context.js';
import { toValueTraits } from './value-traits.js';

/** What a write says of the value that it stores: what it looks like, and what it is a copy of. */
export function storedValue(context: IdentifyContext, contents: Contents, term: Term, at: Place): Pick<Write, 'value' | 'copies'> {
  return { value: toValueTraits(context, term, at), copies: toCopies(context.linked, contents.of(term), at) };
}
