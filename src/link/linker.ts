import type { Effect, FileSummary, FunctionId, FunctionSummary, Segment, ValueId } from '../facts/index.js';
import { Modules } from './modules.js';
import type { ModuleResolver } from './modules.js';
import type { CallSite, Env, FunctionRef, Term } from './term.js';

/** Budgets of linking. Past them a value is what it literally says, never a guess. */
const MAX_VIEWS = 48;
const MAX_DEPTH = 12;
const MAX_CALL_DEPTH = 4;
const MAX_CONTEXTS = 16;

/**
 * Files composed: follows values across functions and files, still naming no library. Both hosts use it, ESLint with
 * one file and a resolver that finds nothing.
 */
export class Linker {
  readonly files: ReadonlyMap<string, FileSummary>;
  readonly modules: Modules;
  readonly #terms = new Map<FileSummary, { readonly plain: Term[]; readonly inContext: Map<Env, Term[]> }>();
  readonly #views = new Map<Term, readonly Term[]>();
  readonly #viewsInProgress = new Set<Term>();
  readonly #callSites = new Map<FunctionSummary, CallSite[]>();
  readonly #passedTo = new Map<FunctionSummary, { readonly site: CallSite; readonly argument: number }[]>();
  readonly #handedTo = new Map<Term, { readonly site: CallSite; readonly argument: number }[]>();
  readonly #envs = new Map<string, Env>();
  #sites: readonly CallSite[] = [];
  /** Did a cycle or the depth budget cut the views that are being collected? */
  #cut = false;
  #propertyDepth = 0;

  constructor(files: readonly FileSummary[], resolve: ModuleResolver) {
    this.files = new Map(files.map((file) => [file.file, file]));
    this.modules = new Modules(this.files, resolve);
    this.#indexCalls();
  }

  /** Every call of every linked file. */
  get callSites(): readonly CallSite[] {
    return this.#sites;
  }

  term(file: FileSummary, id: ValueId, env?: Env): Term {
    let ofFile = this.#terms.get(file);
    if (!ofFile) this.#terms.set(file, (ofFile = { plain: [], inContext: new Map() }));
    const known = env ? ofFile.inContext.get(env)?.[id] : ofFile.plain[id];
    if (known) return known;
    const value = file.values[id] ?? { k: 'unknown', why: 'budget' };
    const term: Term = env ? { file, id, value, env } : { file, id, value };
    if (!env) return (ofFile.plain[id] = term);
    let ofContext = ofFile.inContext.get(env);
    if (!ofContext) ofFile.inContext.set(env, (ofContext = []));
    return (ofContext[id] = term);
  }

  /** The value `id` that stands beside `term`: same file, same calling context. */
  beside(term: Term, id: ValueId): Term {
    return this.term(term.file, id, term.env);
  }

  /**
   * `options.cookie.maxAge = 5` patches `options`; seen from `options.cookie` it is a patch with the path `maxAge`.
   * Makes that view of the inner value.
   */
  patchedInner(owner: Term, inner: Term, key: string): Term {
    if (owner.value.k !== 'patched') return inner;
    const writes = owner.value.writes.filter((write) => write.path.length > 1 && write.path[0] === key).map((write) => ({ ...write, path: write.path.slice(1) }));
    if (writes.length === 0 || inner.file !== owner.file) return inner;
    return { ...inner, value: { k: 'patched', of: inner.id, writes } };
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
    if (this.#viewsInProgress.has(term) || this.#viewsInProgress.size > MAX_DEPTH * 4) {
      this.#cut = true;
      return [term];
    }
    const outerCut = this.#cut;
    this.#cut = false;
    this.#viewsInProgress.add(term);
    const found = new Set<Term>([term]);
    for (const at of found) {
      if (found.size >= MAX_VIEWS) break;
      for (const next of this.#next(at)) {
        if (found.size >= MAX_VIEWS) break;
        found.add(next);
      }
    }
    this.#viewsInProgress.delete(term);
    const views = [...found];
    // A list that was cut short by a cycle is right only for the outermost question.
    if (!this.#cut || this.#viewsInProgress.size === 0) this.#views.set(term, views);
    this.#cut = this.#viewsInProgress.size > 0 && (this.#cut || outerCut);
    return views;
  }

  /** Views that nothing more is known about: literals, objects, functions, classes, calls of unknown functions … */
  ends(term: Term): readonly Term[] {
    return this.views(term).filter((view) => this.#next(view).length === 0);
  }

  /** What `term` directly stands for: one step of {@link views}. */
  step(term: Term): readonly Term[] {
    return this.#next(term);
  }

  #next(term: Term): readonly Term[] {
    const { value } = term;
    switch (value.k) {
      case 'await':
        return [this.beside(term, value.of)];
      case 'instance':
        return value.of === undefined ? [] : [this.beside(term, value.of)];
      case 'patched':
        return [this.beside(term, value.of)];
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
    if (name === '*') {
      const whole = this.modules.exported(term.file, from, 'module.exports');
      return whole ? [this.term(whole.file, whole.id)] : [];
    }
    const direct = this.modules.exported(term.file, from, name);
    if (direct) return [this.term(direct.file, direct.id)];
    const whole = this.modules.exported(term.file, from, 'module.exports');
    if (!whole) return [];
    const exportsTerm = this.term(whole.file, whole.id);
    return name === 'default' ? [exportsTerm] : this.propertyValues(exportsTerm, name);
  }

  #parameter(term: Term, fn: FunctionId, index: number): readonly Term[] {
    for (let env = term.env; env; env = env.caller) {
      if (env.file === term.file && env.fn === fn) {
        const argument = env.args[index];
        return argument ? [argument] : this.#default(term, fn, index);
      }
    }
    const summary = this.functionOf(term.file, fn);
    if (!summary) return [];
    const bound = (this.#callSites.get(summary) ?? []).flatMap((site) => argumentOf(this, site.call, index) ?? []);
    return [...bound, ...this.#default(term, fn, index)].slice(0, 8);
  }

  #default(term: Term, fn: FunctionId, index: number): readonly Term[] {
    const fallback = this.functionOf(term.file, fn)?.params[index]?.default;
    return fallback === undefined ? [] : [this.beside(term, fallback)];
  }

  #member(term: Term, of: ValueId, key: Segment): readonly Term[] {
    if (typeof key !== 'string') return [];
    const object = this.beside(term, of);
    if (object.value.k === 'import' && object.value.name === '*') {
      return this.#imported(this.beside(term, of), object.value.from, key);
    }
    return this.views(object).flatMap((view) => this.propertyValues(view, key));
  }

  /** The values of property `key` of a known object, class, instance or namespace; `[]` when nothing is known. */
  propertyValues(object: Term, key: string): readonly Term[] {
    // `const a = { ...b }; const b = { ...a }`, and classes that extend one another through factories.
    if (this.#propertyDepth >= MAX_DEPTH) return [];
    this.#propertyDepth++;
    try {
      return this.#valuesOfProperty(object, key);
    } finally {
      this.#propertyDepth--;
    }
  }

  #valuesOfProperty(object: Term, key: string): readonly Term[] {
    const { value, file } = object;
    switch (value.k) {
      case 'object': {
        const own = value.entries.filter((entry) => entry.key === key).map((entry) => this.beside(object, entry.value));
        if (own.length > 0) return own.slice(-1);
        return value.spreads.flatMap((spread) => this.views(this.beside(object, spread.of)).flatMap((v) => this.propertyValues(v, key)));
      }
      case 'array': {
        const element = value.of[Number(key)];
        return element === undefined ? [] : [this.beside(object, element)];
      }
      case 'patched':
        return value.writes.filter((write) => write.path.length === 1 && write.path[0] === key).map((write) => this.beside(object, write.value));
      case 'this':
        return value.class === null ? [] : this.#classMember(file, value.class, key, object.env);
      case 'new': {
        const classes = this.views(this.beside(object, value.callee)).filter((view) => view.value.k === 'class');
        return classes.flatMap((view) => (view.value.k === 'class' ? this.#classMember(view.file, view.value.id, key) : []));
      }
      case 'class':
        return this.#classMember(file, value.id, key);
      default:
        return [];
    }
  }

  #classMember(file: FileSummary, id: number, key: string, env?: Env): readonly Term[] {
    const summary = file.classes[id];
    if (!summary) return [];
    const own = summary.members.filter((member) => member.name === key).map((member) => this.term(file, member.value, env));
    if (own.length > 0 || summary.extends === undefined) return own;
    return this.views(this.term(file, summary.extends)).flatMap((view) => (view.value.k === 'class' && view.value.id !== id ? this.#classMember(view.file, view.value.id, key) : []));
  }

  #result(term: Term, callee: ValueId, args: readonly ValueId[]): readonly Term[] {
    const calleeTerm = this.beside(term, callee);
    const { value } = calleeTerm;
    // `handler.bind(this)`, `Object.freeze(options)`: the thing itself.
    if (value.k === 'member' && value.key === 'bind') return [this.beside(term, value.of)];
    if (value.k === 'member' && value.key === 'freeze' && args[0] !== undefined) return [this.beside(term, args[0])];
    if ((term.env?.depth ?? 0) >= MAX_CALL_DEPTH) return [];
    return this.callees(term).flatMap(({ file, fn }) => {
      if (fn.generator || fn.returns.length === 0 || fn.returns.length > 8) return [];
      const env = this.enter({ call: term, within: { file, fn }, effect: -1 }, { file, fn }, term.env);
      return fn.returns.map((id) => this.term(file, id, env));
    });
  }

  /** The linked functions that a call may run. */
  callees(call: Term): readonly FunctionRef[] {
    const { value } = call;
    if (value.k !== 'call' && value.k !== 'new') return [];
    return this.functionsOf(this.beside(call, value.callee));
  }

  /** The linked functions that `term` may be. */
  functionsOf(term: Term): readonly FunctionRef[] {
    const found: FunctionRef[] = [];
    for (const view of this.views(term)) {
      if (view.value.k !== 'function') continue;
      const fn = this.functionOf(view.file, view.value.id);
      if (fn) found.push({ file: view.file, fn });
    }
    return found;
  }

  /** The context in which `target` runs when `site` calls it. */
  enter(site: CallSite, target: FunctionRef, caller?: Env): Env | undefined {
    if ((caller?.depth ?? 0) >= MAX_CALL_DEPTH) return caller;
    const key = `${site.call.file.file} ${site.call.id} ${target.file.file} ${target.fn.id} ${caller?.id ?? 0}`;
    let env = this.#envs.get(key);
    if (!env) {
      const call = caller ? this.term(site.call.file, site.call.id, caller) : site.call;
      const args = target.fn.params.map((_, index) => argumentOf(this, call, index));
      const depth = (caller?.depth ?? 0) + 1;
      const id = this.#envs.size + 1;
      env = { id, file: target.file, fn: target.fn.id, call: site, args, depth, ...(caller ? { caller } : {}) };
      this.#envs.set(key, env);
    }
    return env;
  }

  /** A context in which `target` runs with the arguments given: a template with its render context. */
  bind(call: Term, target: FunctionRef, args: readonly (Term | undefined)[]): Env {
    const key = `bind ${call.file.file} ${call.id} ${call.env?.id ?? 0} ${target.file.file} ${target.fn.id}`;
    let env = this.#envs.get(key);
    if (!env) {
      const site: CallSite = { call, within: target, effect: -1 };
      env = { id: this.#envs.size + 1, file: target.file, fn: target.fn.id, call: site, args, depth: (call.env?.depth ?? 0) + 1, ...(call.env ? { caller: call.env } : {}) };
      this.#envs.set(key, env);
    }
    return env;
  }

  /** Calls that run `fn`. */
  callsOf(fn: FunctionSummary): readonly CallSite[] {
    return this.#callSites.get(fn) ?? [];
  }

  /** Calls that are handed `fn` as an argument (also inside an array): registrations. */
  passedTo(fn: FunctionSummary): readonly { readonly site: CallSite; readonly argument: number }[] {
    return this.#passedTo.get(fn) ?? [];
  }

  /** Calls that are handed the result of `call`: `app.get('/', wrap(handler))`. */
  handedTo(call: Term): readonly { readonly site: CallSite; readonly argument: number }[] {
    return this.#handedTo.get(call) ?? [];
  }

  /** The contexts `fn` runs in, as far as calls are known; empty when none is. */
  contexts(ref: FunctionRef, depth = 0): readonly Env[] {
    if (depth >= 3) return [];
    const found: Env[] = [];
    for (const site of this.callsOf(ref.fn)) {
      const outer = site.within.fn === ref.fn ? [] : this.contexts(site.within, depth + 1);
      for (const caller of outer.length > 0 ? outer : [undefined]) {
        const env = this.enter(site, ref, caller);
        if (env && found.length < MAX_CONTEXTS) found.push(env);
      }
    }
    return found;
  }

  #indexCalls(): void {
    const sites: CallSite[] = [];
    for (const file of this.files.values()) {
      for (const fn of file.functions) {
        fn.effects.forEach((effect: Effect, index) => {
          if (effect.e === 'call') sites.push({ call: this.term(file, effect.call), within: { file, fn }, effect: index });
        });
      }
    }
    this.#sites = sites;
    // Twice: the second time calls of parameters are known too (`const wrap = (fn) => (req, res) => fn(req, res)`).
    for (let round = 0; round < 2; round++) {
      this.#views.clear();
      const callSites = new Map<FunctionSummary, CallSite[]>();
      for (const site of sites) for (const { fn } of this.callees(site.call)) push(callSites, fn, site);
      this.#callSites.clear();
      for (const [fn, calls] of callSites) this.#callSites.set(fn, calls);
    }
    this.#views.clear();
    for (const site of sites) this.#indexArguments(site);
  }

  #indexArguments(site: CallSite): void {
    const { value } = site.call;
    if (value.k !== 'call' && value.k !== 'new') return;
    value.args.forEach((id, argument) => {
      const term = this.beside(site.call, id);
      const elements = this.views(term).flatMap((view) => (view.value.k === 'array' ? view.value.of.map((element) => this.beside(view, element)) : []));
      for (const candidate of [term, ...elements]) if (candidate.value.k === 'call') push(this.#handedTo, candidate, { site, argument });
      for (const candidate of [term, ...elements]) for (const { fn } of this.functionsOf(candidate)) push(this.#passedTo, fn, { site, argument });
    });
  }
}

/** Argument `index` of a call, when it is positional; `undefined` when it is missing or behind a spread. */
export function argumentOf(linker: Linker, call: Term, index: number): Term | undefined {
  const { value } = call;
  if (value.k !== 'call' && value.k !== 'new') return undefined;
  if (value.spreadFrom !== undefined && index >= value.spreadFrom) return undefined;
  const id = value.args[index];
  return id === undefined ? undefined : linker.beside(call, id);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
