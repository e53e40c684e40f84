import type { FileSummary, Place, Range, Spelling } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import { argumentOf } from '../../link/linker.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { Given } from '../readers/read.js';

/** A value where it is given, not resolved. */
export interface GivenPlace {
  readonly term: Term;
  /** The expression if its place is known, else what it is given to. */
  readonly at: Place;
  readonly spelling?: Spelling;
}

const MAX_DEPTH = 6;

/** The places behind arguments and properties; a property may be written in an object literal, spread into it, or assigned later. */
export function whereGiven(linked: Linked, given: readonly Given[]): readonly GivenPlace[] {
  return given.flatMap((one) => ('call' in one ? atArgument(linked, one.call, one.argument) : atProperty(linked, one.owner, one.key, 0)));
}

/** An argument of a call. Where it is a parameter of the function around, the callers give it. */
export function atArgument(linked: Linked, call: Term, argument: number, depth = 0): readonly GivenPlace[] {
  const term = argumentOf(linked, call, argument);
  const { value, file } = call;
  if (!term || (value.k !== 'call' && value.k !== 'new')) return [];
  return fromCallers(linked, placeOf(term, file, value.at, argument), depth);
}

function fromCallers(linked: Linked, place: GivenPlace, depth: number): readonly GivenPlace[] {
  const { value, file } = place.term;
  const fn = value.k === 'param' ? linked.functionOf(file, value.fn) : undefined;
  if (!fn || value.k !== 'param' || depth >= MAX_DEPTH) return [place];
  const given = linked.callsOf(fn).flatMap((site) => atArgument(linked, site.call, value.index, depth + 1));
  return given.length > 0 ? given : [place];
}

function atProperty(linked: Linked, owner: Term, key: string, depth: number): readonly GivenPlace[] {
  if (depth > MAX_DEPTH) return [];
  return resolveTerm(linked, owner).flatMap((found) => (found.status === 'known' ? inObject(linked, found.term, key, depth) : []));
}

function inObject(linked: Linked, owner: Term, key: string, depth: number): readonly GivenPlace[] {
  const { value, file } = owner;
  if (value.k === 'patched') {
    const later = value.writes.filter(({ path }) => path.length === 1 && path[0] === key);
    const replaced = later.some(({ certainty }) => certainty === 'must');
    return [
      ...(replaced ? [] : atProperty(linked, linked.beside(owner, value.of), key, depth + 1)),
      ...later.flatMap((write) => fromCallers(linked, placeOf(linked.beside(owner, write.value), file, write.at), depth)),
    ];
  }
  if (value.k !== 'object') return [];
  const index = value.entries.findLastIndex((entry) => entry.key === key);
  const own = value.entries[index];
  const spreads = value.spreads.filter((spread) => spread.before > index);
  return [
    ...(own ? fromCallers(linked, placeOf(linked.beside(owner, own.value), file, own.at), depth) : []),
    ...spreads.flatMap((spread) => atProperty(linked, linked.beside(owner, spread.of), key, depth + 1)),
  ];
}

function placeOf(term: Term, file: FileSummary, of: Range, argument?: number): GivenPlace {
  const spelling = spellingsOf(file).get(keyOf(of, argument));
  return { term, at: { file: file.file, range: spelling?.at ?? of }, ...(spelling ? { spelling } : {}) };
}

const indexes = new WeakMap<FileSummary, ReadonlyMap<string, Spelling>>();

function spellingsOf(file: FileSummary): ReadonlyMap<string, Spelling> {
  let index = indexes.get(file);
  if (!index) indexes.set(file, (index = new Map(file.spellings?.map((spelling) => [keyOf(spelling.of, spelling.argument), spelling]))));
  return index;
}

function keyOf([start, end]: Range, argument: number | undefined): string {
  return `${start} ${end} ${argument ?? ''}`;
}
