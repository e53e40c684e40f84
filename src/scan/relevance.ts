import type { FileSummary, FunctionSummary, TypeDeclaration, TypeRef, TypeShape, Value, ValueId } from '../facts/index.js';
import { bodyOf, operandsOf, valuesOfEffect } from '../facts/operands.js';
import { packageOf } from './package-of.js';
import { registrationsOf, type Registrations } from './registrations.js';
import type { Vocabulary } from './vocabulary.js';

/** A name wanted from another module. `'*'`: whatever it exports. */
export interface Demand {
  readonly specifier: string;
  readonly name: string;
}

/** Names that a module exports and that are session memory, a wrapper of it, or a type of its library. */
export type HotNames = ReadonlySet<string>;

/**
 * Which parts of a file have to do with session memory, as far as names tell, and so which other files matter for it.
 * `app.use(session(getOptions()))` makes `getOptions` matter, not the forty other imports of the file.
 */
export class Relevance {
  private readonly hot: readonly boolean[];
  private readonly registrations: Registrations;

  /**
   * @param hotNamesOf what is known to be hot of an imported module
   * @param containers values that are hot by themselves: collections that live as long as the process
   */
  constructor(
    private readonly summary: FileSummary,
    private readonly vocabulary: Vocabulary,
    private readonly hotNamesOf: (specifier: string) => HotNames | undefined = () => undefined,
    containers: ReadonlySet<ValueId> = new Set(),
  ) {
    this.hot = spread(summary, (value, id) => containers.has(id) || this.isHotItself(value), (call) => this.gives(call));
    this.registrations = registrationsOf(summary, (id) => this.touches(id));
  }

  /** Does it have to do with session memory at all? A file may import jose to check signatures only. Its directives are judged all the same. */
  get isAny(): boolean {
    return this.hot.includes(true) || this.summary.comments.some(({ text }) => text.includes('session-memory-disable')) || this.summary.types.some((type) => refsOfDeclaration(type).some((ref) => this.isHotType(ref)));
  }

  /** What this file needs from others, to understand its own session memory. */
  demands(): readonly Demand[] {
    const roots: ValueId[] = [];
    for (const fn of this.summary.functions) {
      // Of `req.session.order = toOrder(req.body)` both sides.
      const effects = fn.effects.map(valuesOfEffect).filter((values) => values.some((id) => this.touches(id))).flat();
      const returns = fn.returns.filter((id) => this.isHot(id));
      roots.push(...effects, ...returns);
      if (effects.length > 0) roots.push(...handingOn(this.summary, fn));
    }
    for (const exported of this.summary.exports) if (this.isHot(exported.value)) roots.push(exported.value);
    roots.push(...this.registrations.calls, ...readersOf(this.summary, this.stored()));
    return collect(this.summary, roots, [], false);
  }

  /** What is put whole into session memory: parameters, and bodies of requests. */
  private stored(): readonly ValueId[] {
    return this.summary.functions.flatMap((fn) => fn.effects.flatMap((effect): readonly ValueId[] => {
      if (effect.e === 'write') return this.isHot(effect.target) ? wholeValues(this.summary, effect.value) : [];
      const call = effect.e === 'call' && this.touches(effect.call) ? this.summary.values[effect.call] : undefined;
      return call?.k === 'call' ? call.args.flatMap((id) => wholeValues(this.summary, id)) : [];
    }));
  }

  /**
   * Exports that make their importers matter: session memory itself (`export const redis = new Redis()`), functions
   * that hand it out or put their arguments into it, classes that hold it, types of its library. A component that
   * uses `localStorage` for itself is none of these.
   */
  hotExports(): HotNames {
    const names = new Set<string>();
    for (const { name, value } of this.summary.exports) if (this.isWrapper(value)) names.add(name);
    for (const type of this.summary.types) {
      if (type.exported && refsOfDeclaration(type).some((ref) => this.isHotType(ref))) names.add(type.name);
    }
    for (const specifier of this.summary.reexports) for (const name of this.hotNamesOf(specifier) ?? []) names.add(name);
    return names;
  }

  private isWrapper(root: ValueId): boolean {
    const seen = new Set<ValueId>();
    const pending = [root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (this.isHot(id) || this.registrations.receivers.has(id)) return true;
      const value = this.summary.values[id];
      if (value?.k === 'function') {
        if (this.isWrapperFunction(value.id)) return true;
      } else if (value !== undefined) pending.push(...operandsOf(value), ...bodyOf(this.summary, value));
    }
    return false;
  }

  private isWrapperFunction(id: number): boolean {
    const fn = this.summary.functions[id];
    if (fn === undefined) return false;
    if (fn.returns.some((value) => this.isHot(value))) return true;
    // What a component is given it does not pass on for others to judge.
    if (/^[A-Z]/.test(fn.name ?? '') && (this.summary.dialect === 'tsx' || this.summary.dialect === 'jsx')) return false;
    return fn.effects.flatMap(valuesOfEffect).some((value) => (this.touches(value) || this.registrations.calls.has(value)) && mentionsParameter(this.summary, value));
  }

  private isHot(id: ValueId): boolean {
    return this.hot[id] === true;
  }

  /** Is it session memory, or a call of it or with it: `localStorage.getItem('theme')`, `res.json({ user: req.session.user })`? */
  private touches(root: ValueId): boolean {
    if (this.isHot(root)) return true;
    const value = this.summary.values[root];
    if (value?.k !== 'call' && value?.k !== 'new') return false;
    return this.isCalledOn(value.callee) || value.args.some((id) => this.holdsHot(id));
  }

  /** `req.session` of `req.session.user.tags.push`. */
  private isCalledOn(callee: ValueId): boolean {
    for (let id: ValueId | undefined = callee; id !== undefined; ) {
      if (this.isHot(id)) return true;
      const value: Value | undefined = this.summary.values[id];
      id = value?.k === 'member' || value?.k === 'await' ? value.of : value?.k === 'call' ? value.callee : undefined;
    }
    return false;
  }

  /** In what is written there; the calls in it are judged by themselves. */
  private holdsHot(root: ValueId): boolean {
    const seen = new Set<ValueId>();
    const pending = [root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (this.isHot(id)) return true;
      const value = this.summary.values[id];
      if (value !== undefined && value.k !== 'call' && value.k !== 'new' && value.k !== 'jsx') pending.push(...operandsOf(value));
    }
    return false;
  }

  /** May the call give what it is called on, or is handed? `createClient()` and `redis.duplicate()` do, `redis.get('a')` gives data. */
  private gives({ k, callee }: CallValue): boolean {
    const { values } = this.summary;
    const called = values[callee];
    if (k === 'new' || called?.k !== 'member') return true;
    if (typeof called.key === 'string' && this.vocabulary.makers.has(called.key)) return true;
    const owner = values[called.of];
    return owner?.k === 'import' && (owner.name === '*' || isPackage(owner.from, this.vocabulary));
  }

  private isHotItself(value: Value): boolean {
    switch (value.k) {
      case 'import': return namesHot(value.from, value.name, this.vocabulary) || this.isHotImport(value.from, value.name);
      case 'global': return this.vocabulary.globals.has(value.name);
      case 'member': return typeof value.key === 'string' && (this.isRoot(value.key) || this.isHotMember(value.of, value.key));
      case 'instance': return this.isHotType(value.type);
      case 'param': return this.isHotType(this.summary.functions[value.fn]?.params[value.index]?.type);
      default: return false;
    }
  }

  private isRoot(name: string): boolean {
    return this.vocabulary.roots.has(name) || this.vocabulary.methods.has(name);
  }

  /** `import * as store` and `require('./store')` are hot where what they hold is hot as a whole. */
  private isHotImport(specifier: string, name: string): boolean {
    const names = this.hotNamesOf(specifier);
    if (names === undefined) return false;
    return names.has(name) || ((name === '*' || name === 'default') && names.has('module.exports'));
  }

  private isHotMember(of: ValueId, key: string): boolean {
    const object = this.summary.values[of];
    return object?.k === 'import' && object.name === '*' && this.hotNamesOf(object.from)?.has(key) === true;
  }

  private isHotType(type: TypeRef | undefined): boolean {
    if (type?.from === undefined) return type !== undefined && this.vocabulary.globals.has(type.name);
    return namesHot(type.from, type.imported ?? type.name, this.vocabulary) || this.hotNamesOf(type.from)?.has(type.imported ?? type.name) === true;
  }
}

/** What an exported name of a file is made of that other files have. `'*'` stands for all names. */
export function demandsOfExport(summary: FileSummary, name: string): readonly Demand[] {
  const wanted = name === '*' ? summary.exports : summary.exports.filter((each) => each.name === name || each.name === 'module.exports');
  const demands = [...collect(summary, wanted.map((each) => each.value), typesNamed(summary, name), true)];
  const isHere = name !== '*' && (wanted.length > 0 || summary.types.some((type) => type.name === name));
  if (!isHere) for (const specifier of summary.reexports) demands.push({ specifier, name });
  return demands;
}

/** Calls that a handler gives its own request or response: `goOn(res, Page.Contact)`. */
function handingOn({ values }: FileSummary, fn: FunctionSummary): readonly ValueId[] {
  return fn.effects.flatMap((effect) => {
    const call = effect.e === 'call' ? values[effect.call] : undefined;
    if (effect.e !== 'call' || call?.k !== 'call' || values[call.callee]?.k !== 'import') return [];
    return call.args.some((id) => isParameterOf(values[id], fn)) ? [effect.call] : [];
  });
}

function isParameterOf(value: Value | undefined, { id }: FunctionSummary): boolean {
  return value?.k === 'param' && value.fn === id;
}

/** The value itself, and what `JSON.stringify(form)` is given. */
function wholeValues({ values }: FileSummary, id: ValueId): readonly ValueId[] {
  const value = values[id];
  const inside = value?.k === 'call' ? value.args : [];
  return [id, ...inside].filter((one) => {
    const each = values[one];
    return each?.k === 'param' || (each?.k === 'member' && each.key === 'body');
  });
}

/** The functions that such values are handed to: what they read of them tells what is stored. */
function readersOf(summary: FileSummary, stored: readonly ValueId[]): readonly ValueId[] {
  const known = new Set(stored);
  const readers = new Set<ValueId>();
  const pending = [...known];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const value of summary.values) {
      const at = value.k === 'call' ? value.args.indexOf(id) : -1;
      if (value.k !== 'call' || at < 0) continue;
      readers.add(value.callee);
      const callee = summary.values[value.callee];
      const parameter = callee?.k === 'function' ? summary.values.findIndex((each) => each.k === 'param' && each.fn === callee.id && each.index === at) as ValueId : -1;
      if (parameter < 0 || known.has(parameter as ValueId)) continue;
      known.add(parameter as ValueId);
      pending.push(parameter as ValueId);
    }
  }
  return [...readers];
}

/** Marks the values that satisfy a test, and what may be a part of them or hold them, within functions. */
function spread(summary: FileSummary, isMarked: (value: Value, id: ValueId) => boolean, gives: (call: CallValue) => boolean): readonly boolean[] {
  const marked = new Array<boolean>(summary.values.length).fill(false);
  const users = new Map<ValueId, ValueId[]>();
  const pending: ValueId[] = [];
  summary.values.forEach((value, index) => {
    const id = index as ValueId;
    for (const operand of passedUp(value, gives)) {
      const list = users.get(operand);
      if (list === undefined) users.set(operand, [id]);
      else list.push(id);
    }
    if (isMarked(value, id)) pending.push(id);
  });
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (marked[id] === true) continue;
    marked[id] = true;
    pending.push(...(users.get(id) ?? []));
  }
  return marked;
}

type CallValue = Value & { readonly k: 'call' | 'new' };

/**
 * The operands that make a value session memory when they are. An element that shows it, a comparison or a text made
 * of it tell of it and no more; what `localStorage.getItem('theme')` gives is data, and what is called with it gets it.
 */
function passedUp(value: Value, gives: (call: CallValue) => boolean): readonly ValueId[] {
  switch (value.k) {
    case 'jsx': case 'op': case 'template': return [];
    case 'call': case 'new': return gives(value) ? [value.callee] : [];
    default: return operandsOf(value);
  }
}

/** Is it what a row names: `SignJWT` of jose, and not its `exportJWK`? */
function namesHot(specifier: string, name: string, vocabulary: Vocabulary): boolean {
  if (!isPackage(specifier, vocabulary)) return false;
  const names = vocabulary.exports.get(specifier) ?? vocabulary.exports.get(packageOf(specifier));
  return names === undefined || names.has(name) || name === '*' || name === 'default';
}

function isPackage(specifier: string, vocabulary: Vocabulary): boolean {
  return vocabulary.packages.has(specifier) || vocabulary.packages.has(packageOf(specifier));
}

/** The imports that values and types mention. `intoBodies`: those of function bodies too. */
function collect(summary: FileSummary, roots: readonly ValueId[], types: readonly TypeRef[], intoBodies: boolean): readonly Demand[] {
  const demands = new Map<string, Demand>();
  const add = (specifier: string, name: string): void => {
    demands.set(`${specifier}\0${name}`, { specifier, name });
  };
  const pendingTypes = [...types];
  const seen = new Set<ValueId>();
  const pending = [...roots];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const value = summary.values[id];
    if (value === undefined) continue;
    if (value.k === 'import') add(value.from, value.name);
    if (value.k === 'instance') pendingTypes.push(value.type);
    if (value.k === 'param') {
      const type = summary.functions[value.fn]?.params[value.index]?.type;
      if (type !== undefined) pendingTypes.push(type);
    }
    if (value.k === 'member') pendingTypes.push(...typeOfField(summary, value));
    pending.push(...operandsOf(value));
    if (intoBodies) pending.push(...passedOn(summary, value));
  }
  collectTypes(summary, pendingTypes, add);
  return [...demands.values()];
}

/** `this.redis`, where the class says `private readonly redis: RedisService`. */
function typeOfField({ values, classes }: FileSummary, { of, key }: Value & { readonly k: 'member' }): readonly TypeRef[] {
  const owner = values[of];
  if (owner?.k !== 'this' || owner.class === null) return [];
  return (classes[owner.class]?.fieldTypes ?? []).filter((field) => field.name === key).map((field) => field.type);
}

/** Of a function only what depends on its caller: what it returns, and what it does with its parameters. */
function passedOn(summary: FileSummary, value: Value): readonly ValueId[] {
  if (value.k !== 'function') return bodyOf(summary, value);
  const fn = summary.functions[value.id];
  if (fn === undefined) return [];
  return [...fn.returns, ...fn.effects.flatMap(valuesOfEffect).filter((id) => mentionsParameter(summary, id))];
}

function mentionsParameter(summary: FileSummary, root: ValueId): boolean {
  const seen = new Set<ValueId>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const value = summary.values[id];
    if (value?.k === 'param') return true;
    if (value !== undefined) pending.push(...operandsOf(value));
  }
  return false;
}

/** Follows type names through the file's own declarations to the imports they end in. */
function collectTypes(summary: FileSummary, types: TypeRef[], add: (specifier: string, name: string) => void): void {
  const seen = new Set<string>();
  const pending = [...types];
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    if (type.args !== undefined) pending.push(...type.args);
    if (type.from !== undefined) add(type.from, type.imported ?? type.name);
    else if (!seen.has(type.name)) {
      seen.add(type.name);
      pending.push(...typesNamed(summary, type.name));
    }
  }
}

function typesNamed(summary: FileSummary, name: string): readonly TypeRef[] {
  return summary.types.filter((type) => type.name === name || name === '*').flatMap(refsOfDeclaration);
}

function refsOfDeclaration(type: TypeDeclaration): readonly TypeRef[] {
  const refs = [...type.extends];
  for (const member of type.members) refsOfShape(member.type, refs);
  if (type.shape !== undefined) refsOfShape(type.shape, refs);
  return refs;
}

function refsOfShape(root: TypeShape, refs: TypeRef[]): void {
  const pending = [root];
  for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
    if (typeof shape === 'string') continue;
    if ('ref' in shape) refs.push(shape.ref);
    else if ('array' in shape) pending.push(shape.array);
    else if ('union' in shape) pending.push(...shape.union);
    else if ('object' in shape) pending.push(...shape.object.map((member) => member.type));
  }
}
