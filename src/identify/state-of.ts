import type { Place } from '../facts/index.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import type { PersistRow, StateRow } from '../models/library-model.js';
import type { IdentifyContext, ModelRow } from './context.js';
import { read } from './readers/read.js';

/** A field of a state: what it begins with, and where it stands. */
export interface StateField {
  readonly key: string;
  readonly term: Term;
  readonly at: Place;
}

/** How a state is to be had from what stands at a place. */
export type StateForm = PersistRow['state']['as'];

const MAX_DEPTH = 8;
const MAX_FIELDS = 60;

/** Finds the objects that states begin with, through what models know of: slices, combined reducers, middleware, refs. */
export class States {
  readonly #context: IdentifyContext;
  readonly #rows: readonly ModelRow<StateRow>[];

  constructor(context: IdentifyContext, rows: readonly ModelRow<StateRow>[]) {
    this.#context = context;
    this.#rows = rows;
  }

  /** What the state begins with: an object, or what else stands there; nothing where it is no state, or not known. */
  of(term: Term, as: StateForm, depth = 0): readonly Term[] {
    if (depth > MAX_DEPTH) return [];
    const { linked } = this.#context;
    return resolveTerm(linked, term).flatMap((found): readonly Term[] => {
      if (found.status !== 'known') return [];
      const made = this.#made(found.term);
      if (made) return made.keeps === 'nothing' ? [] : this.#kept(made.call, made.keeps, as, depth);
      const { value, file } = found.term;
      if (value.k !== 'function') return [found.term];
      const fn = linked.functionOf(file, value.id);
      if (as === 'returned') return (fn?.returns ?? []).flatMap((id) => this.of(linked.beside(found.term, id), 'value', depth + 1));
      const initial = as === 'reducer' ? fn?.params[0]?.default : undefined;
      return initial === undefined ? [] : this.of(linked.beside(found.term, initial), 'value', depth + 1);
    });
  }

  /** The fields of an object, with those that are spread into it. Functions that are no reducers are no part of a state. */
  fields(term: Term, as: StateForm, depth = 0): readonly StateField[] {
    const { linked } = this.#context;
    const object = term.value.k === 'patched' ? linked.beside(term, term.value.of) : term;
    if (object.value.k !== 'object' || depth > MAX_DEPTH) return [];
    const own = object.value.entries.map((entry) => ({ key: entry.key, term: linked.beside(object, entry.value), at: { file: object.file.file, range: entry.at } }));
    const spread = object.value.spreads.flatMap(({ of }) => resolveTerm(linked, linked.beside(object, of)).flatMap((found) => (found.status === 'known' ? this.fields(found.term, as, depth + 1) : [])));
    const names = new Set(own.map(({ key }) => key));
    return [...spread.filter(({ key }) => !names.has(key)), ...own].filter((field) => this.#isState(field.term, as)).slice(0, MAX_FIELDS);
  }

  #kept(call: Term, keeps: Exclude<StateRow['keeps'], 'nothing'>, as: StateForm, depth: number): readonly Term[] {
    const { linked } = this.#context;
    return read({ linked, base: call }, keeps.read).flatMap((found) => (found.status === 'known' ? (keeps.entries ? [found.term] : this.of(found.term, as, depth + 1)) : []));
  }

  /** The call that made what stands here, as models tell: the value itself, or a property of what the call gives. */
  #made(term: Term): { readonly call: Term; readonly keeps: StateRow['keeps'] } | undefined {
    const { linked, matcher } = this.#context;
    const { value } = term;
    const property = value.k === 'member' && typeof value.key === 'string' ? value.key : undefined;
    const calls = value.k === 'member' ? linked.views(linked.beside(term, value.of)) : [term];
    for (const call of calls) {
      if (call.value.k !== 'call') continue;
      const match = this.#rows.find(({ row }) => row.property === property && matcher.isItself(call, row) !== undefined);
      if (match) return { call, keeps: match.row.keeps };
    }
    return undefined;
  }

  #isState(term: Term, as: StateForm): boolean {
    return resolveTerm(this.#context.linked, term).every((found) => found.status !== 'known' || ((found.term.value.k !== 'function' || as === 'reducer') && this.#made(found.term)?.keeps !== 'nothing'));
  }
}
