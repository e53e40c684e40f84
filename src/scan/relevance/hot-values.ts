import type { FileSummary, FunctionSummary, TypeRef, Value, ValueId } from '../../facts/index.js';
import { operandsOf } from '../../facts/operands.js';
import { packageOf } from '../package-of.js';
import type { Vocabulary } from './vocabulary.js';

/** Names that a module exports and that are session memory, a wrapper of it, or a type of its library. */
export type HotNames = ReadonlySet<string>;

type CallValue = Value & { readonly k: 'call' | 'new' };

/** Which values of a file may be session memory, as far as names tell. */
export class HotValues {
  private readonly hot: readonly boolean[];

  /**
   * @param hotNamesOf what is known to be hot of an imported module
   * @param containers values that are hot by themselves: collections that live as long as the process
   */
  constructor(
    private readonly summary: FileSummary,
    private readonly vocabulary: Vocabulary,
    private readonly hotNamesOf: (specifier: string) => HotNames | undefined,
    containers: ReadonlySet<ValueId>,
  ) {
    this.hot = spread(summary, (value, id) => containers.has(id) || this.isHotItself(value), (call) => this.gives(call));
  }

  /** Is there any? */
  get isAny(): boolean {
    return this.hot.includes(true);
  }

  /** May it be session memory: a session, a store, a part of one, or what holds one? */
  isHot(id: ValueId): boolean {
    return this.hot[id] === true;
  }

  /** Is it session memory, or a call of it or with it: `localStorage.getItem('theme')`, `res.json({ user: req.session.user })`? */
  touches(root: ValueId): boolean {
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
      case 'param': return this.isHotParameter(this.summary.functions[value.fn], value.index);
      default: return false;
    }
  }

  /** By its own type, or by that of the function: `const load: PageServerLoad = async ({ cookies }) => …`. */
  private isHotParameter(fn: FunctionSummary | undefined, index: number): boolean {
    return this.isHotType(fn?.params[index]?.type) || this.isHotType(fn?.writtenType?.type);
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
    if (object?.k === 'global' && this.vocabulary.globals.has(`${object.name}.${key}`)) return true;
    return object?.k === 'import' && object.name === '*' && this.hotNamesOf(object.from)?.has(key) === true;
  }

  /** Is it a type of session memory, or of what holds one? */
  isHotType(type: TypeRef | undefined): boolean {
    if (type?.from === undefined) return type !== undefined && this.vocabulary.globals.has(type.name);
    return namesHot(type.from, type.imported ?? type.name, this.vocabulary) || this.hotNamesOf(type.from)?.has(type.imported ?? type.name) === true;
  }
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
