import { argumentOf } from './argument-of.js';
import type { Linker } from './linker.js';
import type { CallSite, Env, FunctionRef, Term } from './term.js';

/** Calls in calls that are followed; from there on a function is seen in the context it was reached in. */
const MAX_CALL_DEPTH = 4;
/** Callers of callers that are told apart. */
const MAX_CALLERS = 3;
const MAX_CONTEXTS = 16;

/** Calling contexts, each made once: equal ones are the same object. */
export class Contexts {
  readonly #linker: Linker;
  readonly #known = new Map<string, Env>();

  constructor(linker: Linker) {
    this.#linker = linker;
  }

  /** Is there no room for one more call in this context? */
  isFull(env: Env | undefined): boolean {
    return (env?.depth ?? 0) >= MAX_CALL_DEPTH;
  }

  /** The context in which `target` runs when `site` calls it; `caller` itself when that is as deep as is followed. */
  enter(site: CallSite, target: FunctionRef, caller?: Env): Env | undefined {
    if (this.isFull(caller)) return caller;
    const key = `${site.call.file.file} ${site.call.id} ${target.file.file} ${target.fn.id} ${caller?.id ?? 0}`;
    return this.#known.get(key) ?? this.#add(key, site, target, this.#argumentsOf(site, target, caller), caller);
  }

  /** A context in which `target` runs with the arguments given: a template with its render context. */
  bind(call: Term, target: FunctionRef, args: readonly (Term | undefined)[]): Env {
    const key = `bind ${call.file.file} ${call.id} ${call.env?.id ?? 0} ${target.file.file} ${target.fn.id}`;
    return this.#known.get(key) ?? this.#add(key, { call, within: target, effect: -1 }, target, args, call.env);
  }

  /** The contexts `ref` runs in, as far as calls are known; empty when none is. */
  of(ref: FunctionRef, depth = 0): readonly Env[] {
    if (depth >= MAX_CALLERS) return [];
    const found: Env[] = [];
    for (const site of this.#linker.callsOf(ref.fn)) {
      const outer = site.within.fn === ref.fn ? [] : this.of(site.within, depth + 1);
      for (const caller of outer.length > 0 ? outer : [undefined]) {
        const env = this.enter(site, ref, caller);
        if (env && found.length < MAX_CONTEXTS) found.push(env);
      }
    }
    return found;
  }

  #argumentsOf(site: CallSite, target: FunctionRef, caller: Env | undefined): readonly (Term | undefined)[] {
    const call = caller ? this.#linker.term(site.call.file, site.call.id, caller) : site.call;
    return target.fn.params.map((_, index) => argumentOf(this.#linker, call, index));
  }

  #add(key: string, call: CallSite, target: FunctionRef, args: Env['args'], caller: Env | undefined): Env {
    const env: Env = { id: this.#known.size + 1, file: target.file, fn: target.fn.id, call, args, depth: (caller?.depth ?? 0) + 1, ...(caller ? { caller } : {}) };
    this.#known.set(key, env);
    return env;
  }
}
