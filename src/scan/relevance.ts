import type { FileSummary, FunctionSummary, TypeDeclaration, TypeRef, TypeShape, Value, ValueId } from '../facts/index.js';
import { bodyOf, operandsOf, valuesOfEffect } from './operands.js';
import type { Vocabulary } from './vocabulary.js';

/** A name wanted from another module. `'*'`: whatever it exports. */
export interface Demand {
  readonly specifier: string;
  readonly name: string;
}

/**
 * Which parts of a file have to do with session memory, as far as names tell, and so which other files matter for it.
 * `app.use(session(getOptions()))` makes `getOptions` matter, not the forty other imports of the file.
 */
export class Relevance {
  private readonly hot: readonly boolean[];

  /** @param isHotImport is this import known to be session memory (a wrapper found in another file)? */
  constructor(
    private readonly summary: FileSummary,
    private readonly vocabulary: Vocabulary,
    private readonly isHotImport: (specifier: string, name: string) => boolean = () => false,
  ) {
    this.hot = spread(summary, (value) => this.isHotItself(value));
  }

  /** What this file needs from others, to understand its own session memory. */
  demands(): readonly Demand[] {
    const roots: ValueId[] = [];
    const types: TypeRef[] = [];
    for (const fn of this.summary.functions) {
      const effects = fn.effects.flatMap(valuesOfEffect).filter((id) => this.isHot(id));
      const returns = fn.returns.filter((id) => this.isHot(id));
      if (effects.length + returns.length === 0) continue;
      roots.push(...effects, ...returns);
      types.push(...typesOfScope(this.summary, fn));
    }
    for (const exported of this.summary.exports) if (this.isHot(exported.value)) roots.push(exported.value);
    return collect(this.summary, roots, types, false);
  }

  /** Does the module export something that is session memory or works on it? Then its importers matter. */
  hasHotExports(): boolean {
    return (
      this.summary.exports.some((exported) => this.isHotExport(exported.value)) ||
      this.summary.types.some((type) => type.exported && refsOfDeclaration(type).some((ref) => this.isHotType(ref)))
    );
  }

  private isHotExport(root: ValueId): boolean {
    const seen = new Set<ValueId>();
    const pending = [root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (this.isHot(id)) return true;
      const value = this.summary.values[id];
      if (value !== undefined) pending.push(...operandsOf(value), ...bodyOf(this.summary, value));
    }
    return false;
  }

  private isHot(id: ValueId): boolean {
    return this.hot[id] === true;
  }

  private isHotItself(value: Value): boolean {
    switch (value.k) {
      case 'import': return isPackage(value.from, this.vocabulary) || this.isHotImport(value.from, value.name);
      case 'global': return this.vocabulary.globals.has(value.name);
      case 'member': return typeof value.key === 'string' && (this.vocabulary.roots.has(value.key) || this.vocabulary.renders.has(value.key));
      case 'instance': return this.isHotType(value.type);
      case 'param': return this.isHotType(this.summary.functions[value.fn]?.params[value.index]?.type);
      default: return false;
    }
  }

  private isHotType(type: TypeRef | undefined): boolean {
    if (type?.from === undefined) return false;
    return isPackage(type.from, this.vocabulary) || this.isHotImport(type.from, type.imported ?? type.name);
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

/** Marks the values that satisfy a test and everything that is made of them, within functions. */
function spread(summary: FileSummary, isMarked: (value: Value) => boolean): readonly boolean[] {
  const marked = new Array<boolean>(summary.values.length).fill(false);
  const users = new Map<ValueId, ValueId[]>();
  const pending: ValueId[] = [];
  summary.values.forEach((value, index) => {
    const id = index as ValueId;
    for (const operand of operandsOf(value)) {
      const list = users.get(operand);
      if (list === undefined) users.set(operand, [id]);
      else list.push(id);
    }
    if (isMarked(value)) pending.push(id);
  });
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (marked[id] === true) continue;
    marked[id] = true;
    pending.push(...(users.get(id) ?? []));
  }
  return marked;
}

function isPackage(specifier: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.packages.has(specifier)) return true;
  const segments = specifier.split('/');
  return segments.length > 1 && vocabulary.packages.has(segments.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'));
}

/** Declared types of the parameters that a function can see: its own and those of the functions around it. */
function typesOfScope(summary: FileSummary, fn: FunctionSummary): readonly TypeRef[] {
  const types: TypeRef[] = [];
  for (let at: FunctionSummary | undefined = fn; at !== undefined; at = at.parent === undefined ? undefined : summary.functions[at.parent]) {
    for (const param of at.params) if (param.type !== undefined) types.push(param.type);
    if (at.class !== undefined) types.push(...(summary.classes[at.class]?.fieldTypes.map((field) => field.type) ?? []));
  }
  return types;
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
    pending.push(...operandsOf(value));
    if (intoBodies) pending.push(...bodyOf(summary, value));
  }
  collectTypes(summary, pendingTypes, add);
  return [...demands.values()];
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
