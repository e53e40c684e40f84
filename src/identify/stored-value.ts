import type { Copy, Place, Write } from '../facts/index.js';
import type { Term } from '../link/term.js';
import type { Contents } from './contents/contents.js';
import type { Extent } from './contents/extent-of-type.js';
import { toCopies } from './contents/to-copies.js';
import type { IdentifyContext } from './context.js';
import { toValueTraits } from './value-traits.js';

/**
 * What a write says of the value that it stores: what it looks like, and what it is a copy of. What the project declares
 * the place in the session to hold, at `path`, decides about copies whose size is not known otherwise.
 */
export function storedValue(context: IdentifyContext, contents: Contents, term: Term, at: Place, path: readonly string[] = []): Pick<Write, 'value' | 'copies'> {
  const copies = toCopies(context.linked, contents.of(term), at);
  return { value: toValueTraits(context, term, at), copies: copies.flatMap((copy) => ofDeclared(copy, contents.declared.extentOf(path.length === 0 ? [] : [...path, ...copy.path]))) };
}

/** A row of a database keeps its columns, whatever type is written for it; text and numbers are neither. */
function ofDeclared(copy: Copy, extent: Extent | undefined): readonly Copy[] {
  if (extent === 'scalar' && copy.kind !== 'binary') return [];
  if (copy.kind !== 'response' || copy.properties !== undefined) return [copy];
  if (extent === 'small') return [];
  return [extent === 'list' ? { ...copy, kind: 'records' } : extent === 'object' ? { ...copy, kind: 'record' } : copy];
}
