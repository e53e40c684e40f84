import type { SourceKind } from '../../facts/index.js';
import type { Term } from '../../link/term.js';
import type { SourceRow } from '../../models/library-model.js';
import type { Step } from '../access-path.js';
import type { ModelRow } from '../context.js';

/** Where data comes from: one call, or a place such as `req.body`. */
export interface Source {
  readonly match: ModelRow<SourceRow>;
  readonly term: Term;
}

/** From a result to the data in it. */
export interface Way {
  readonly steps: readonly Step[];
  readonly kind: SourceKind;
}

/** What a value consists of, in one case. What is not among these is not known, or small. */
export type Content =
  /** The data of a source, whole. */
  | { readonly is: 'copy'; readonly of: Source; readonly kind: SourceKind; /** Of a list: a part that is cut to a length. */ readonly bounded?: true }
  /** What a source gives before its data is taken out: the response around `response.data`, a query that was not run yet. */
  | { readonly is: 'carrier'; readonly of: Source; readonly bounded?: true; readonly picked?: true; readonly one?: true; /** Ways from here to the data, where there is one to go. */ readonly ways?: readonly Way[] }
  /** Some property of the data; how large is not known. */
  | { readonly is: 'part'; readonly of: Source }
  /** What a list holds at its places: the results of `Promise.all([…])`. */
  | { readonly is: 'tuple'; readonly elements: readonly (readonly Content[])[] }
  /** An object or the elements of a list, built property by property. */
  | { readonly is: 'object'; readonly entries: readonly { readonly key: string; readonly contents: readonly Content[] }[]; readonly spreads: readonly Content[] };
