import type { Append, Copy, Effect, Place } from '../facts/index.js';
import { relatePoints } from '../facts/relate.js';
import type { FunctionRef, Term } from '../link/term.js';
import type { Contents } from './contents/contents.js';
import { toCopies } from './contents/to-copies.js';
import { placeIn } from './context.js';
import type { IdentifyContext } from './context.js';
import { placeOf } from './place-of.js';
import { receiverOf } from './receiver-of.js';
import type { SessionPath, SessionRoots } from './session-roots.js';

const ADDING: ReadonlySet<string> = new Set(['push', 'unshift']);
const CUTTING: ReadonlySet<string> = new Set(['splice', 'shift', 'pop']);
const SHORTENING: ReadonlySet<string> = new Set(['slice', 'filter', 'splice', 'toSpliced']);
/** `if (!seen.includes(id)) seen.push(id)` keeps each element once. */
const LOOKING: ReadonlySet<string> = new Set(['includes', 'indexOf', 'find', 'findIndex', 'some', 'every']);
const MAX_DEPTH = 6;

interface Change {
  readonly key: string;
  readonly found: SessionPath;
  readonly ref: FunctionRef;
  readonly effect: Effect;
  readonly kind: 'append' | 'cut' | 'reset';
  readonly made?: Place;
}

/** Lists in session memory that get longer, each with where the same list gets shorter. */
export function findAppends(context: IdentifyContext, roots: SessionRoots, contents: Contents): readonly Append[] {
  const changes: Change[] = [];
  for (const file of context.linked.files.values()) {
    for (const fn of file.functions) for (const effect of fn.effects) changes.push(...changesOf(context, roots, { file, fn }, effect));
  }
  return changes.filter(({ kind, found }) => kind === 'append' && isKnown(found)).map((append) => toAppend(context, roots, contents, append, changes));
}

/** A list whose name is not known may be cut under it, and what the library keeps there is the library's: flash messages. */
function isKnown({ match, path }: SessionPath): boolean {
  return path.length > 0 && !path.includes('*') && !(match.model.ownKeys ?? []).includes(path[0] ?? '');
}

function toAppend(context: IdentifyContext, roots: SessionRoots, contents: Contents, { key, found, ref, effect, made }: Change, changes: readonly Change[]): Append {
  const same = changes.filter((other) => key === other.key || (other.kind === 'reset' && key.startsWith(`${other.key}\0`)));
  const placesOf = (kind: Change['kind']): readonly Place[] => same.filter((other) => other.kind === kind).map((other) => placeIn(other.ref.file, other.effect.at));
  // `session.errors = []` right before: it is as long as what this function puts there.
  const fresh = same.some((other) => other.kind === 'reset' && other.effect.e === 'write' && relatePoints(other.effect.where, effect.where) === 'before' && other.ref.fn === ref.fn && other.effect.where.arms.every((arm) => effect.where.arms.some((outer) => outer.branch === arm.branch)));
  return {
    fact: 'append', at: placeIn(ref.file, effect.at), identity: found.identity, library: found.match.model.id, where: effect.where,
    memory: found.match.row.memory, path: found.path, ...(made ? { made } : {}),
    copies: copiesOf(context, contents, placeIn(ref.file, effect.at), effect, ref),
    cuts: placesOf('cut'), resets: placesOf('reset'),
    limited: fresh || effect.where.arms.some(({ test }) => test !== undefined && looksAt(context, roots, key, context.linked.term(ref.file, test), 0)),
  };
}

/** What `session.images.push(image)` adds. */
function copiesOf({ linked }: IdentifyContext, contents: Contents, at: Place, effect: Effect, { file }: FunctionRef): readonly Copy[] {
  const call = effect.e === 'call' ? linked.term(file, effect.call) : undefined;
  return call?.value.k === 'call' ? toCopies(linked, call.value.args.flatMap((id) => contents.of(linked.beside(call, id))), at) : [];
}

function changesOf({ linked }: IdentifyContext, roots: SessionRoots, ref: FunctionRef, effect: Effect): readonly Change[] {
  const change = (found: SessionPath, kind: Change['kind'], made?: Place): readonly Change[] => [{ key: keyOf(found), found, ref, effect, kind, ...(made ? { made } : {}) }];
  if (effect.e === 'read') return [];
  if (effect.e === 'call') {
    const call = linked.term(ref.file, effect.call);
    const method = methodOf(linked.beside(call, call.value.k === 'call' ? call.value.callee : call.id));
    if (method === undefined || (!ADDING.has(method) && !CUTTING.has(method))) return [];
    const receiver = receiverOf(linked, call);
    const found = receiver && roots.pathOf(receiver);
    return found ? change(found, ADDING.has(method) ? 'append' : 'cut') : [];
  }
  const target = linked.term(ref.file, effect.target);
  const found = roots.pathOf(target);
  if (!found) return [];
  if (effect.e === 'delete') return change(found, 'reset');
  if (found.path.at(-1) === 'length') return change({ ...found, path: found.path.slice(0, -1) }, 'cut');
  if (effect.op !== '=') return [];
  const value = linked.term(ref.file, effect.value);
  const isSame = (term: Term): boolean => keyOf(roots.pathOf(term)) === keyOf(found);
  if (value.value.k === 'array' && (value.value.spreads ?? []).some((id) => isSame(linked.beside(value, id)))) return change(found, 'append', placeOf(value));
  const views = linked.views(value);
  const called = views.find((view) => view.value.k === 'call');
  const method = called?.value.k === 'call' ? methodOf(linked.beside(called, called.value.callee)) : undefined;
  if (method !== undefined && SHORTENING.has(method)) return change(found, 'cut');
  if (method === 'concat' && called) {
    const receiver = receiverOf(linked, called);
    if (receiver && isSame(receiver)) return change(found, 'append');
  }
  // `req.session.list = list` after `const list = req.session.list ?? []` gives it back.
  return views.some(isSame) || value.value.k === 'any' ? [] : change(found, 'reset');
}

function methodOf({ value }: Term): string | undefined {
  return value.k === 'member' && typeof value.key === 'string' ? value.key : undefined;
}

function keyOf(found: SessionPath): string;
function keyOf(found: SessionPath | undefined): string | undefined;
function keyOf(found: SessionPath | undefined): string | undefined {
  return found && [found.match.row.memory, ...found.path].join('\0');
}

function looksAt(context: IdentifyContext, roots: SessionRoots, key: string, term: Term, depth: number): boolean {
  const { linked } = context;
  const { value } = term;
  if (depth > MAX_DEPTH) return false;
  const looks = (id: Parameters<typeof linked.beside>[1]): boolean => keyOf(roots.pathOf(linked.beside(term, id))) === key;
  if (value.k === 'op' || value.k === 'any') return value.of.some((id) => looksAt(context, roots, key, linked.beside(term, id), depth + 1));
  if (value.k === 'member') return value.key === 'length' && looks(value.of);
  if (value.k !== 'call') return false;
  const callee = linked.beside(term, value.callee).value;
  return callee.k === 'member' && typeof callee.key === 'string' && LOOKING.has(callee.key) && looks(callee.of);
}
