import type { FileSummary, TypeRef, Value, ValueId } from '../../facts/index.js';
import { bodyOf, operandsOf, valuesOfEffect } from '../../facts/operands.js';
import { mentionsParameter } from './mentions-parameter.js';
import { refsOfDeclaration } from './refs-of-declaration.js';

/** A name wanted from another module. `'*'`: whatever it exports. */
export interface Demand {
  readonly specifier: string;
  readonly name: string;
}

/** What an exported name of a file is made of that other files have. `'*'` stands for all names. */
export function demandsOfExport(summary: FileSummary, name: string): readonly Demand[] {
  const wanted = name === '*' ? summary.exports : summary.exports.filter((each) => each.name === name || each.name === 'module.exports');
  const demands = [...demandsOf(summary, wanted.map((each) => each.value), typesNamed(summary, name), true)];
  const isHere = name !== '*' && (wanted.length > 0 || summary.types.some((type) => type.name === name));
  if (!isHere) for (const specifier of summary.reexports) demands.push({ specifier, name });
  return demands;
}

/** The imports that values and types mention. `intoBodies`: those of function bodies too. */
export function demandsOf(summary: FileSummary, roots: readonly ValueId[], types: readonly TypeRef[] = [], intoBodies = false): readonly Demand[] {
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
