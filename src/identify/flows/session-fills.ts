import type { Effect, Place } from '../../facts/index.js';
import { resolveTerm } from '../../link/property.js';
import type { FunctionRef, Term } from '../../link/term.js';
import { rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { CallRows } from '../call-rows.js';
import { knownCalls } from '../known-calls.js';
import type { SessionRoots } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import { isEmpty } from './clears-of.js';

type Path = readonly string[];

/** Something is put into session memory, or session memory is handed to code that is not seen (then there is no value). */
interface Fill {
  readonly at: Place;
  readonly path: Path;
  readonly value?: Term;
}

/** Where session memory is filled, in all linked files. */
export class SessionFills {
  readonly #context: IdentifyContext;
  readonly #roots: SessionRoots;
  #fills: readonly Fill[] | undefined;

  constructor(context: IdentifyContext, roots: SessionRoots) {
    this.#context = context;
    this.#roots = roots;
  }

  /** The places that may put something at `path`, above it or below it. */
  placesOf(path: Path): readonly Place[] {
    this.#fills ??= this.#find();
    return this.#fills.filter((fill) => this.#mayFill(fill, path)).map(({ at }) => at);
  }

  #find(): readonly Fill[] {
    const known = new Set(knownCalls(this.#context));
    const renders = new CallRows(rowsOf(this.#context.models, (model) => model.renders));
    const isKnown = (call: Term): boolean => known.has(call) || renders.candidates(this.#context.linked, call).some(({ row }) => this.#context.matcher.matches(call, row) !== undefined);
    return [...this.#context.linked.files.values()].flatMap((file) => file.functions.flatMap((fn) => fn.effects.flatMap((effect) => this.#fillsOf({ file, fn }, effect, isKnown))));
  }

  #fillsOf({ file }: FunctionRef, effect: Effect, isKnown: (call: Term) => boolean): readonly Fill[] {
    const { linked } = this.#context;
    const at = { file: file.file, range: effect.at };
    if (effect.e === 'write') {
      const path = this.#pathOf(linked.term(file, effect.target));
      return path ? [{ at, path, value: linked.term(file, effect.value) }] : [];
    }
    if (effect.e !== 'call') return [];
    const call = linked.term(file, effect.call);
    if (call.value.k !== 'call' && call.value.k !== 'new') return [];
    const args = call.value.args.map((id) => linked.beside(call, id));
    if (wordsOf(linked, linked.beside(call, call.value.callee)).join('.') === 'Object.assign') {
      const [into, ...sources] = args;
      const path = into && this.#pathOf(into);
      return path ? sources.map((value) => ({ at, path, value })) : [];
    }
    if (linked.callees(call).length > 0 || isKnown(call)) return [];
    return args.map((argument) => this.#pathOf(argument)).filter((path) => path !== undefined).map((path) => ({ at, path }));
  }

  #pathOf(term: Term): Path | undefined {
    const found = this.#roots.pathOf(term);
    return found && [found.match.row.name, ...found.path];
  }

  #mayFill({ path, value }: Fill, wanted: Path): boolean {
    const common = Math.min(path.length, wanted.length);
    for (let index = 0; index < common; index += 1) if (path[index] !== wanted[index] && path[index] !== '*') return false;
    return value === undefined || this.#mayHold(value, path, wanted.slice(common), 0);
  }

  /** Can a value that is written to `path` have something at `rest` below it? */
  #mayHold(value: Term, path: Path, rest: Path, depth: number): boolean {
    const { linked } = this.#context;
    if (depth > 6) return true;
    return resolveTerm(linked, value).some((found) => {
      if (found.status === 'absent') return false;
      if (found.status === 'unknown') return !this.#isCopy(value, path);
      const { term } = found;
      if (isEmpty(term) || this.#isCopy(term, path)) return false;
      if (term.value.k !== 'object') return true;
      const [key, ...below] = rest;
      if (key === undefined) return true;
      if (term.value.computed !== undefined || term.value.spreads.some((spread) => this.#mayHold(linked.beside(term, spread.of), path, rest, depth + 1))) return true;
      return term.value.entries.some((entry) => entry.key === key && this.#mayHold(linked.beside(term, entry.value), [...path, key], below, depth + 1));
    });
  }

  /** `{ ...req.session.journey, details }`: what is there stays there. */
  #isCopy(term: Term, path: Path): boolean {
    const own = this.#pathOf(term);
    return own !== undefined && own.length === path.length && own.every((segment, index) => segment === path[index]);
  }
}
