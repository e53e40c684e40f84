import type { FileSummary, FunctionId, FunctionSummary, Segment, ValueId } from '../facts/index.js';
import { argumentOf } from './argument-of.js';
import { CallIndex, type Handing } from './call-index.js';
import { contextOf } from './context-of.js';
import { Contexts } from './contexts.js';
import { Modules, type ModuleResolver } from './modules.js';
import { PropertyValues } from './property-values.js';
import type { CallSite, Env, FunctionRef, Term } from './term.js';
import { Terms } from './terms.js';

export { argumentOf } from './argument-of.js';

/** Budgets of following values. Past them a value is what it literally says, never a guess. */
const MAX_VIEWS = 48;
/** Questions that wait for one another. */
const MAX_PENDING = 48;
/** Arguments that a parameter is taken to stand for where no context says which. */
const MAX_ARGUMENTS = 8;
/** A function that returns at more places decides too much to be followed. */
const MAX_RETURNS = 8;

/**
 * Files composed: follows values across functions and files, still naming no library. Both hosts use it, ESLint with
 * one file and a resolver that finds nothing.
 */
export class Linker {
  readonly files: ReadonlyMap<string, FileSummary>;
  readonly modules: Modules;
  readonly #terms = new Terms();
  readonly #contexts = new Contexts(this);
  readonly #properties = new PropertyValues(this);
  readonly #calls: CallIndex;
  readonly #views = new Map<Term, readonly Term[]>();
  readonly #pending = new Set<Term>();
  /** Did a cycle or a budget cut the views that are being collected? */
  #cut = false;

  constructor(files: readonly FileSummary[], resolve: ModuleResolver) {
    this.files = new Map(files.map((file) => [file.file, file]));
    this.modules = new Modules(this.files, resolve);
    this.#calls = new CallIndex(this.files.values(), this);
    // Twice: the second time calls of parameters are known too (`const wrap = (fn) => (req, res) => fn(req, res)`).
    for (let round = 0; round < 2; round++) {
      this.#views.clear();
      this.#calls.indexCallees(this);
    }
    this.#views.clear();
    this.#calls.indexArguments(this);
  }

  /** Every call of every linked file. */
  get callSites(): readonly CallSite[] {
    return this.#calls.sites;
  }

  /** The value `id` of a file, in a calling context if one is given. */
  term(file: FileSummary, id: ValueId, env?: Env): Term {
    return this.#terms.of(file, id, env);
  }

  /** The value `id` that stands beside `term`: same file, same calling context. */
  beside(term: Term, id: ValueId): Term {
    return this.#terms.of(term.file, id, term.env);
  }

  functionOf(file: FileSummary, id: FunctionId): FunctionSummary | undefined {
    return file.functions[id];
  }

  /**
   * All that `term` may stand for, itself first: through awaits, type assertions, alternatives, imports, properties
   * of known objects and classes, results of known functions, and parameters (in a context: the argument; without
   * one: the arguments of all known calls).
   *
   * `getClient().set(…)` has the views `call getClient`, and the `new Redis()` that `getClient` returns.
   */
  views(term: Term): readonly Term[] {
    const known = this.#views.get(term);
    if (known) return known;
    if (this.#pending.has(term) || this.#pending.size > MAX_PENDING) {
      this.#cut = true;
      return [term];
    }
    const outerCut = this.#cut;
    this.#cut = false;
    this.#pending.add(term);
    const views = this.#collectViews(term);
    this.#pending.delete(term);
    // A list that was cut short by a cycle is right only for the outermost question.
    if (!this.#cut || this.#pending.size === 0) this.#views.set(term, views);
    this.#cut = this.#pending.size > 0 && (this.#cut || outerCut);
    return views;
  }

  #collectViews(term: Term): readonly Term[] {
    const found = new Set<Term>([term]);
    for (const at of found) {
      if (found.size >= MAX_VIEWS) break;
      for (const next of this.step(at)) {
        if (found.size >= MAX_VIEWS) break;
        found.add(next);
      }
    }
    return [...found];
  }

  /** Views that nothing more is known about: literals, objects, functions, classes, calls of unknown functions … */
  ends(term: Term): readonly Term[] {
    return this.views(term).filter((view) => this.step(view).length === 0);
  }

  /** What `term` directly stands for: one step of {@link views}. */
  step(term: Term): readonly Term[] {
    const { value } = term;
    switch (value.k) {
      case 'await':
      case 'patched':
        return [this.beside(term, value.of)];
      case 'instance':
        return value.of === undefined ? [] : [this.beside(term, value.of)];
      case 'any':
        return value.of.map((id) => this.beside(term, id));
      case 'import':
        return this.#imported(term, value.from, value.name);
      case 'param':
        return this.#parameter(term, value.fn, value.index);
      case 'member':
        return this.#member(term, value.of, value.key);
      case 'call':
        return this.#result(term, value.callee, value.args);
      default:
        return [];
    }
  }

  #imported(term: Term, from: string, name: string): readonly Term[] {
    const direct = name === '*' ? undefined : this.modules.exported(term.file, from, name);
    if (direct) return [this.term(direct.file, direct.id)];
    const whole = this.modules.exported(term.file, from, 'module.exports');
    if (!whole) return [];
    const exportsTerm = this.term(whole.file, whole.id);
    return name === '*' || name === 'default' ? [exportsTerm] : this.propertyValues(exportsTerm, name);
  }

  #parameter(term: Term, fn: FunctionId, index: number): readonly Term[] {
    const env = contextOf(term.env, term.file, fn);
    if (env) {
      const argument = env.args[index];
      return argument ? [argument] : this.#default(term, fn, index);
    }
    const summary = this.functionOf(term.file, fn);
    if (!summary) return [];
    const bound = this.callsOf(summary).flatMap((site) => argumentOf(this, site.call, index) ?? []);
    return [...bound, ...this.#default(term, fn, index)].slice(0, MAX_ARGUMENTS);
  }

  #default(term: Term, fn: FunctionId, index: number): readonly Term[] {
    const fallback = this.functionOf(term.file, fn)?.params[index]?.default;
    return fallback === undefined ? [] : [this.beside(term, fallback)];
  }

  #member(term: Term, of: ValueId, key: Segment): readonly Term[] {
    if (typeof key !== 'string') return [];
    const object = this.beside(term, of);
    if (object.value.k === 'import' && object.value.name === '*') return this.#imported(object, object.value.from, key);
    return this.views(object).flatMap((view) => this.propertyValues(view, key));
  }

  #result(term: Term, callee: ValueId, args: readonly ValueId[]): readonly Term[] {
    const { value } = this.beside(term, callee);
    // `handler.bind(this)`, `Object.freeze(options)`: the thing itself.
    if (value.k === 'member' && value.key === 'bind') return [this.beside(term, value.of)];
    if (value.k === 'member' && value.key === 'freeze' && args[0] !== undefined && this.#isObject(term, value.of)) return [this.beside(term, args[0])];
    if (this.#contexts.isFull(term.env)) return [];
    return this.callees(term).flatMap(({ file, fn }) => {
      if (fn.generator || fn.returns.length === 0 || fn.returns.length > MAX_RETURNS) return [];
      const env = this.enter({ call: term, within: { file, fn }, effect: -1 }, { file, fn }, term.env);
      return fn.returns.map((id) => this.term(file, id, env));
    });
  }

  /** The global `Object`: other things are frozen too (`freezer.freeze(meal)`), and that gives what it gives. */
  #isObject(term: Term, id: ValueId): boolean {
    const { value } = this.beside(term, id);
    return value.k === 'global' && value.name === 'Object';
  }

  /** The linked functions that a call may run. */
  callees(call: Term): readonly FunctionRef[] {
    const { value } = call;
    if (value.k !== 'call' && value.k !== 'new') return [];
    return this.functionsOf(this.beside(call, value.callee));
  }

  /** The linked functions that `term` may be. */
  functionsOf(term: Term): readonly FunctionRef[] {
    return this.views(term).flatMap((view) => {
      const fn = view.value.k === 'function' ? this.functionOf(view.file, view.value.id) : undefined;
      return fn ? [{ file: view.file, fn }] : [];
    });
  }

  /** {@link PropertyValues.of} */
  propertyValues(object: Term, key: string): readonly Term[] {
    return this.#properties.of(object, key);
  }

  /** {@link Contexts.enter} */
  enter(site: CallSite, target: FunctionRef, caller?: Env): Env | undefined {
    return this.#contexts.enter(site, target, caller);
  }

  /** {@link Contexts.bind} */
  bind(call: Term, target: FunctionRef, args: readonly (Term | undefined)[]): Env {
    return this.#contexts.bind(call, target, args);
  }

  /** {@link Contexts.of} */
  contexts(ref: FunctionRef): readonly Env[] {
    return this.#contexts.of(ref);
  }

  /** {@link CallIndex.callsOf} */
  callsOf(fn: FunctionSummary): readonly CallSite[] {
    return this.#calls.callsOf(fn);
  }

  /** {@link CallIndex.passedTo}: registrations. */
  passedTo(fn: FunctionSummary): readonly Handing[] {
    return this.#calls.passedTo(fn);
  }

  /** {@link CallIndex.handedTo}: `app.get('/', wrap(handler))`. */
  handedTo(call: Term): readonly Handing[] {
    return this.#calls.handedTo(call);
  }
}
