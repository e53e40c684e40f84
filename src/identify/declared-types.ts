import type { FileSummary, FunctionSummary, Identity, TypeRef, TypeShape } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { FunctionType, LibraryModel } from '../models/library-model.js';

/** Types that extend types, and files that pass them on. */
const MAX_DEPTH = 4;

/** Which written types are types of a model: `Request` of `express`, and `interface AppRequest extends Request`. */
export class DeclaredTypes {
  readonly #linked: Linked;
  /** `express Request` → `express.Request`; a type of functions → what {@link handedTo} says they are handed. */
  readonly #types = new Map<string, Set<string>>();

  constructor(linked: Linked, models: readonly LibraryModel[]) {
    this.#linked = linked;
    for (const model of models) {
      for (const { package: from, name, type } of model.declaredTypes ?? []) this.#add(from, name, type);
      for (const { package: from, name, ...handed } of model.functionTypes ?? []) this.#add(from, name, handedTo(handed));
    }
  }

  #add(from: string, name: string, type: string): void {
    const key = `${from} ${name}`;
    const types = this.#types.get(key);
    if (types) types.add(type);
    else this.#types.set(key, new Set([type]));
  }

  /** How parameter `index` of a function is known to be the model type `type`, by the type that is written for the function. */
  handed(file: FileSummary, { writtenType }: FunctionSummary, index: number, type: string): Identity | undefined {
    return writtenType && this.#isType(file, writtenType.type, handedTo({ type, parameter: index, ...(writtenType.property ? { each: true } : {}) }), 0);
  }

  /** How `ref`, written in `file`, is known to be the model type `type`. */
  matches(file: FileSummary, ref: TypeRef, type: string): Identity | undefined {
    return this.#isType(file, ref, type, 0);
  }

  /**
   * How property `key` of `ref`, a type of the project, is declared to be the model type `type`: `redis` of
   * `interface AppContext { redis: Redis }`.
   */
  memberMatches(file: FileSummary, ref: TypeRef, key: string, type: string): Identity | undefined {
    const target = ref.from === undefined ? file : this.#linked.modules.fileOf(file, ref.from);
    if (!target) return undefined;
    const [, ...qualified] = ref.name.split('.');
    // `Contexts.App`, where a file exports the namespace `Contexts`, or all of it is imported under that name.
    const name = ref.from === undefined ? ref.name : [...(ref.imported === '*' ? [] : [ref.imported ?? ref.name]), ...qualified].join('.');
    for (const declaration of target.types) {
      const member = declaration.name === name ? declaration.members.find((candidate) => candidate.name === key) : undefined;
      for (const inner of refsOf(member?.type)) {
        const tier = this.#isType(target, inner, type, 0);
        if (tier) return target === file ? tier : 'linked';
      }
    }
    return undefined;
  }

  #isType(file: FileSummary, ref: TypeRef, type: string, depth: number): Identity | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (ref.from === undefined) return this.#types.get(`global ${ref.name}`)?.has(type) === true ? 'type' : this.#isDeclared(file, ref.name, type, depth + 1);
    const last = ref.name.split('.').at(-1) ?? ref.name;
    const exported = ref.imported === undefined || ref.imported === '*' || ref.imported === 'default' ? last : ref.imported;
    if (this.#types.get(`${ref.from} ${exported}`)?.has(type) === true) return 'type';
    const target = this.#linked.modules.fileOf(file, ref.from);
    return target && this.#isDeclared(target, exported, type, depth + 1) ? 'linked' : undefined;
  }

  /** By what the declaration of that name extends or stands for, in this file or in one that it re-exports. */
  #isDeclared(file: FileSummary, name: string, type: string, depth: number): Identity | undefined {
    for (const declaration of file.types) {
      if (declaration.name !== name || declaration.augments !== undefined) continue;
      for (const base of [...declaration.extends, ...refsOf(declaration.shape)]) {
        const tier = this.#isType(file, base, type, depth);
        if (tier) return tier;
      }
    }
    if (depth > MAX_DEPTH) return undefined;
    const passesOn = file.reexports.some((specifier) => {
      const target = this.#linked.modules.fileOf(file, specifier);
      return target !== undefined && this.#isDeclared(target, name, type, depth + 1) !== undefined;
    });
    return passesOn ? 'linked' : undefined;
  }
}

/** A type of functions is known under what they are handed. */
function handedTo({ type, parameter, each }: Omit<FunctionType, 'package' | 'name'>): string {
  return `${type} as parameter ${parameter} of ${each ? 'each property' : 'the function'}`;
}

/** The types that an alias may stand for. */
function refsOf(shape: TypeShape | undefined): readonly TypeRef[] {
  if (shape === undefined || typeof shape === 'string') return [];
  if ('ref' in shape) return [shape.ref];
  return 'union' in shape ? shape.union.flatMap((part) => refsOf(part)) : [];
}
