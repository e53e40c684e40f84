import type { FileSummary, ValueId } from '../facts/index.js';
import type { Env, Term } from './term.js';

/** Makes each term once: the same value in the same context is the same object. */
export class Terms {
  readonly #byFile = new Map<FileSummary, { readonly plain: Term[]; readonly inContext: Map<Env, Term[]> }>();

  /** The value `id` of a file, in a context if one is given. A value that the file does not have is unknown. */
  of(file: FileSummary, id: ValueId, env?: Env): Term {
    const terms = this.#termsOf(file, env);
    const known = terms[id];
    if (known) return known;
    const value = file.values[id] ?? { k: 'unknown', why: 'budget' };
    return (terms[id] = env ? { file, id, value, env } : { file, id, value });
  }

  #termsOf(file: FileSummary, env: Env | undefined): Term[] {
    let ofFile = this.#byFile.get(file);
    if (!ofFile) this.#byFile.set(file, (ofFile = { plain: [], inContext: new Map() }));
    if (!env) return ofFile.plain;
    let ofContext = ofFile.inContext.get(env);
    if (!ofContext) ofFile.inContext.set(env, (ofContext = []));
    return ofContext;
  }
}
