import type { FileSummary, FunctionSummary } from '../facts/index.js';
import type { Linker } from './linker.js';
import type { CallSite, Term } from './term.js';

/** A call that is handed something, and at which position. */
export interface Handing {
  readonly site: CallSite;
  readonly argument: number;
}

/** Every call of the linked files, by what it runs and by what it is handed. */
export class CallIndex {
  readonly sites: readonly CallSite[];
  #callsOf: ReadonlyMap<FunctionSummary, readonly CallSite[]> = new Map();
  readonly #passedTo = new Map<FunctionSummary, Handing[]>();
  readonly #handedTo = new Map<Term, Handing[]>();

  constructor(files: Iterable<FileSummary>, linker: Linker) {
    this.sites = [...files].flatMap((file) => file.functions.flatMap((fn) => fn.effects.flatMap((effect, index) =>
      (effect.e === 'call' ? [{ call: linker.term(file, effect.call), within: { file, fn }, effect: index }] : []))));
  }

  /** Calls that run `fn`. */
  callsOf(fn: FunctionSummary): readonly CallSite[] {
    return this.#callsOf.get(fn) ?? [];
  }

  /** Calls that are handed `fn`, itself or in an array. */
  passedTo(fn: FunctionSummary): readonly Handing[] {
    return this.#passedTo.get(fn) ?? [];
  }

  /** Calls that are handed the result of `call`, itself or in an array. */
  handedTo(call: Term): readonly Handing[] {
    return this.#handedTo.get(call) ?? [];
  }

  /** Finds anew which call runs which function, as far as `linker` can tell with what is known until now. */
  indexCallees(linker: Linker): void {
    const callsOf = new Map<FunctionSummary, CallSite[]>();
    for (const site of this.sites) for (const { fn } of linker.callees(site.call)) push(callsOf, fn, site);
    this.#callsOf = callsOf;
  }

  /** Finds which call is handed what. Once, when callees are known. */
  indexArguments(linker: Linker): void {
    for (const site of this.sites) {
      const { value } = site.call;
      if (value.k !== 'call' && value.k !== 'new') continue;
      value.args.forEach((id, argument) => {
        const term = linker.beside(site.call, id);
        const elements = linker.views(term).flatMap((view) => (view.value.k === 'array' ? view.value.of.map((element) => linker.beside(view, element)) : []));
        for (const given of [term, ...elements]) this.#index(linker, given, { site, argument });
      });
    }
  }

  #index(linker: Linker, given: Term, handing: Handing): void {
    if (given.value.k === 'call') push(this.#handedTo, given, handing);
    for (const { fn } of linker.functionsOf(given)) push(this.#passedTo, fn, handing);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
