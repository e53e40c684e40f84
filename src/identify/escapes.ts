import type { Effect, Escape, EscapeKind, FileSummary, FunctionSummary, ObjectValue, Place, Segment } from '../facts/index.js';
import type { CallSite, Term } from '../link/term.js';
import type { LibraryModel } from '../models/library-model.js';
import { argumentIndex } from './argument-at.js';
import { matchCalls, placeIn, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { isOwnKey } from './is-own-key.js';
import { knownCalls } from './known-calls.js';
import type { SessionPath, SessionRoots } from './session-roots.js';

type EscapeRow = NonNullable<LibraryModel['escapes']>[number];

const MAX_DEPTH = 3;

/**
 * Places where session memory, or a part of it, goes whole to where its reads cannot be followed: arguments of calls
 * whose function is not linked, results of functions that are called from elsewhere, spreads, and keys that are not
 * known. What goes to a linked function is no escape: the reads there are facts.
 */
export function findEscapes(context: IdentifyContext, roots: SessionRoots): readonly Escape[] {
  if (rowsOf(context.models, (model) => model.roots).length === 0) return [];
  const told = new Map(matchCalls(context, rowsOf(context.models, (model) => model.escapes)).map((matched) => [matched.site.call, matched]));
  const known = knownCalls(context);
  return [
    ...context.linked.callSites.flatMap((site) => (told.has(site.call) || !known.has(site.call) ? ofCall(context, roots, site, told.get(site.call)) : [])),
    ...[...context.linked.files.values()].flatMap((file) => [...spreadsOf(context, roots, file), ...file.functions.flatMap((fn) => [...resultsOf(context, roots, file, fn), ...dynamicReads(context, roots, file, fn), ...copiesOf(context, roots, file, fn)])]),
  ];
}

/** `save(req.session)`, `console.log(req.session.user)`, `res.render('review', { answers: req.session.answers })`. */
function ofCall(context: IdentifyContext, roots: SessionRoots, site: CallSite, told: MatchedCall<EscapeRow> | undefined): readonly Escape[] {
  const { value } = site.call;
  if (value.k !== 'call' && value.k !== 'new') return [];
  if (!told && context.linked.callees(site.call).length > 0) return [];
  const from = told ? argumentIndex(told.match.row.argument) : undefined;
  const given = value.args.filter((_, index) => from === undefined || index === from).map((id) => context.linked.beside(site.call, id));
  const to: EscapeKind = told?.match.row.to ?? 'call';
  return given.flatMap((argument) => partsOf(context, roots, argument)).map((found) => toEscape(found, placeOfSite(site), whereOf(site), to));
}

/** `{ ...req.session }` */
function spreadsOf(context: IdentifyContext, roots: SessionRoots, file: FileSummary): readonly Escape[] {
  return file.values.flatMap((value) => {
    if (value.k !== 'object') return [];
    return value.spreads.flatMap((spread) => {
      const found = roots.pathOf(context.linked.term(file, spread.of));
      return found && !isOwnKey(found) ? [toEscape(found, placeIn(file, value.at), pointAt(file, value), 'call')] : [];
    });
  });
}

/** What a function gives back to callers that are not linked. */
function resultsOf(context: IdentifyContext, roots: SessionRoots, file: FileSummary, fn: FunctionSummary): readonly Escape[] {
  if (context.linked.callsOf(fn).length > 0 && !isExported(context, file, fn)) return [];
  return fn.returns.flatMap((id) => partsOf(context, roots, context.linked.term(file, id)))
    .map((found) => toEscape(found, placeIn(file, fn.at), { fn: fn.id, order: Number.MAX_SAFE_INTEGER, arms: [], statement: fn.at }, 'call'));
}

/** `res.locals.user = req.session.user` */
function copiesOf(context: IdentifyContext, roots: SessionRoots, file: FileSummary, fn: FunctionSummary): readonly Escape[] {
  return fn.effects.flatMap((effect: Effect) => {
    if (effect.e !== 'write' || roots.pathOf(context.linked.term(file, effect.target))) return [];
    const parts = partsOf(context, roots, context.linked.term(file, effect.value));
    return parts.filter(({ path }) => path.length > 0).map((found) => toEscape(found, placeIn(file, effect.at), effect.where, 'call'));
  });
}

/** `req.session[name]` may read any key. */
function dynamicReads(context: IdentifyContext, roots: SessionRoots, file: FileSummary, fn: FunctionSummary): readonly Escape[] {
  return fn.effects.flatMap((effect: Effect) => {
    if (effect.e !== 'read') return [];
    const target = context.linked.term(file, effect.target);
    const owner = ownerOfUnknownKey(context, roots, target);
    return owner && !isOwnKey(owner) ? [toEscape(owner, placeIn(file, effect.at), effect.where, 'call')] : [];
  });
}

function ownerOfUnknownKey(context: IdentifyContext, roots: SessionRoots, target: Term): SessionPath | undefined {
  for (let at = target; at.value.k === 'member'; at = context.linked.beside(at, at.value.of)) {
    if (!isUnknownKey(at.value.key) || roots.pathOf(at)?.path.at(-1) !== '*') continue;
    return roots.pathOf(context.linked.beside(at, at.value.of));
  }
  return undefined;
}

/** An element of a list is no key. */
function isUnknownKey(key: Segment): boolean {
  return typeof key !== 'string' && !('element' in key);
}

/** Session memory in a value: the value itself, and what lies in an object or array that is written there. */
function partsOf(context: IdentifyContext, roots: SessionRoots, term: Term, depth = 0): readonly SessionPath[] {
  const { value } = term;
  if (depth > MAX_DEPTH || value.k === 'literal' || value.k === 'function') return [];
  const inside = value.k === 'object' ? value.entries.map((entry) => entry.value) : value.k === 'array' || value.k === 'any' ? value.of : value.k === 'jsx' ? [value.attributes] : [];
  if (inside.length > 0) return inside.flatMap((id) => partsOf(context, roots, context.linked.beside(term, id), depth + 1));
  const found = roots.pathOf(term);
  return found && !isOwnKey(found) ? [found] : [];
}

function isExported({ linked }: IdentifyContext, file: FileSummary, fn: FunctionSummary): boolean {
  return fn.class !== undefined || file.exports.some((one) => linked.functionsOf(linked.term(file, one.value)).some((ref) => ref.fn === fn));
}

/** The innermost function around a value, at no known order. */
function pointAt(file: FileSummary, { at }: ObjectValue): Escape['where'] {
  const around = file.functions.filter((fn) => fn.at[0] <= at[0] && at[1] <= fn.at[1]).sort((a, b) => a.at[1] - a.at[0] - (b.at[1] - b.at[0]))[0] ?? file.functions[0];
  return { fn: around?.id ?? (0 as FunctionSummary['id']), order: 0, arms: [], statement: at };
}

function toEscape(found: SessionPath, at: Place, where: Escape['where'], to: EscapeKind): Escape {
  return { fact: 'escape', at, identity: found.identity, library: found.match.model.id, where, memory: found.match.row.memory, path: found.path, to };
}
