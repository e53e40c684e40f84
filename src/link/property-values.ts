import type { ClassSummary, FileSummary, TypeRef, ValueId } from '../facts/index.js';
import { declaredClass, writtenType, type ClassRef } from './declared-class.js';
import type { Linker } from './linker.js';
import type { Env, Term } from './term.js';

const MAX_DEPTH = 12;

/** What stands in properties of known objects, arrays, classes and instances. */
export class PropertyValues {
  readonly #linker: Linker;
  /** By class and name: classes of services have hundreds of members, and each is asked for often. */
  readonly #members = new Map<ClassSummary, ReadonlyMap<string, readonly ValueId[]>>();
  readonly #classes = new Map<TypeRef, ClassRef>();
  #depth = 0;

  constructor(linker: Linker) {
    this.#linker = linker;
  }

  /** The values of property `key`; `[]` when nothing is known. */
  of(object: Term, key: string): readonly Term[] {
    // `const a = { ...b }; const b = { ...a }`, and classes that extend one another through factories.
    if (this.#depth >= MAX_DEPTH) return [];
    this.#depth++;
    try {
      return this.#find(object, key);
    } finally {
      this.#depth--;
    }
  }

  #find(object: Term, key: string): readonly Term[] {
    const { value, file } = object;
    switch (value.k) {
      case 'object': {
        const own = value.entries.filter((entry) => entry.key === key).map((entry) => this.#linker.beside(object, entry.value));
        if (own.length > 0) return own.slice(-1);
        return value.spreads.flatMap((spread) => this.#linker.views(this.#linker.beside(object, spread.of)).flatMap((view) => this.of(view, key)));
      }
      case 'array': {
        const element = value.of[Number(key)];
        return element === undefined ? [] : [this.#linker.beside(object, element)];
      }
      case 'patched':
        return value.writes.filter((write) => write.path.length === 1 && write.path[0] === key).map((write) => this.#linker.beside(object, write.value));
      case 'this':
        return value.class === null ? [] : this.#member(file, value.class, key, object.env);
      case 'new':
        return this.#ofClasses(this.#linker.beside(object, value.callee), key);
      case 'class':
        return this.#member(file, value.id, key);
      case 'instance':
      case 'param':
      case 'member':
        return this.#ofWrittenType(object, key);
      default:
        return [];
    }
  }

  /** `this.visits.find(id)`, where the class says `private readonly visits: VisitService`. */
  #ofWrittenType(object: Term, key: string): readonly Term[] {
    const type = writtenType(this.#linker, object);
    const found = type && (this.#classes.get(type) ?? declaredClass(this.#linker, object.file, type));
    // Only what was found lasts: while calls are still being indexed, a class may not be known yet.
    if (found) this.#classes.set(type, found);
    return found ? this.#member(found.file, found.id, key) : [];
  }

  #ofClasses(term: Term, key: string, other?: number): readonly Term[] {
    return this.#linker.views(term).flatMap((view) => (view.value.k === 'class' && view.value.id !== other ? this.#member(view.file, view.value.id, key) : []));
  }

  /** A member of a class, or of what it extends. */
  #member(file: FileSummary, id: number, key: string, env?: Env): readonly Term[] {
    const summary = file.classes[id];
    if (!summary) return [];
    const own = (this.#membersOf(summary).get(key) ?? []).map((value) => this.#linker.term(file, value, env));
    if (own.length > 0 || summary.extends === undefined) return own;
    return this.#ofClasses(this.#linker.term(file, summary.extends), key, id);
  }

  #membersOf(summary: ClassSummary): ReadonlyMap<string, readonly ValueId[]> {
    const known = this.#members.get(summary);
    if (known) return known;
    const made = new Map<string, ValueId[]>();
    for (const { name, value } of summary.members) {
      const values = made.get(name);
      if (values) values.push(value);
      else made.set(name, [value]);
    }
    this.#members.set(summary, made);
    return made;
  }
}
