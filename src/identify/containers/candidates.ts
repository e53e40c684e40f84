import type { FileSummary, Place, ValueId } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';

export type CollectionKind = 'map' | 'set' | 'object' | 'list';

/** A collection of a module or class, before it is known what is done with it. */
export interface Candidate {
  readonly file: FileSummary;
  readonly name: string;
  readonly kind: CollectionKind;
  readonly at: Place;
  /** Index of the class whose field it is. */
  readonly class?: number;
  readonly static?: boolean;
  /** Names under which the file exports it, `private` fields excepted: who imports it may change it. */
  readonly reachable: boolean;
  /** The values that make it: `new Map()`, once more where it is assigned anew. */
  readonly made: readonly ValueId[];
}

/** The collections that live as long as the program, or as an instance of a class: declared empty, for functions to fill. */
export function findCandidates(linked: Linked, file: FileSummary): readonly Candidate[] {
  return [...ofModule(linked, file), ...ofClasses(linked, file)];
}

function ofModule(linked: Linked, file: FileSummary): readonly Candidate[] {
  const exported = new Set(file.exports.flatMap(({ value }) => linked.views(linked.term(file, value)).filter((view) => view.file === file).map((view) => view.id)));
  return (file.variables ?? []).flatMap((variable) => {
    const made = collectionsIn(linked, linked.term(file, variable.value));
    const kind = kindOf(made);
    if (kind === undefined) return [];
    return [{ file, name: variable.name, kind, at: { file: file.file, range: variable.at }, reachable: made.some(({ id }) => exported.has(id)), made: made.map(({ id }) => id) }];
  });
}

function ofClasses(linked: Linked, file: FileSummary): readonly Candidate[] {
  return file.classes.flatMap((declared) => {
    const names = new Set(declared.members.map((member) => member.name));
    return [...names].flatMap((name): readonly Candidate[] => {
      const members = declared.members.filter((member) => member.name === name);
      const made = members.flatMap((member) => collectionsIn(linked, linked.term(file, member.value)));
      const kind = kindOf(made);
      const at = kind && placeOfField(file, declared.id, name);
      if (kind === undefined || at === undefined) return [];
      const isStatic = members.some((member) => member.static);
      return [{ file, name, kind, at, class: declared.id, static: isStatic, reachable: !(declared.privates ?? []).includes(name), made: made.map(({ id }) => id) }];
    });
  });
}

/** `private sessions = new Map()`, or the assignment in the constructor. */
function placeOfField(file: FileSummary, owner: number, name: string): Place | undefined {
  for (const { effects } of file.functions) {
    for (const effect of effects) {
      const target = effect.e === 'write' ? file.values[effect.target] : undefined;
      if (target?.k !== 'member' || target.key !== name) continue;
      const self = file.values[target.of];
      if (self?.k === 'this' && self.class === owner) return { file: file.file, range: effect.at };
    }
  }
  return undefined;
}

/** The collections that a value of this file is, made in this file. */
function collectionsIn(linked: Linked, term: Term): readonly Term[] {
  if (term.value.k === 'import' || term.value.k === 'param') return [];
  return linked.views(term).filter((view) => view.file === term.file && kindOfOne(view) !== undefined);
}

function kindOf(made: readonly Term[]): CollectionKind | undefined {
  const kinds = new Set(made.map(kindOfOne));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

function kindOfOne({ file, value }: Term): CollectionKind | undefined {
  switch (value.k) {
    case 'new': {
      const callee = file.values[value.callee];
      if (callee?.k !== 'global') return undefined;
      return callee.name === 'Map' ? 'map' : callee.name === 'Set' ? 'set' : undefined;
    }
    // What is written out is a table of the program, and nothing that requests fill.
    case 'object':
      return value.entries.length === 0 && value.spreads.length === 0 && !value.open ? 'object' : undefined;
    case 'array':
      return value.of.length === 0 && !value.open ? 'list' : undefined;
    case 'call':
      return isNullObject(file, value.callee) ? 'object' : undefined;
    default:
      return undefined;
  }
}

/** `Object.create(null)` */
function isNullObject(file: FileSummary, callee: ValueId): boolean {
  const value = file.values[callee];
  if (value?.k !== 'member' || value.key !== 'create') return false;
  const owner = file.values[value.of];
  return owner?.k === 'global' && owner.name === 'Object';
}
