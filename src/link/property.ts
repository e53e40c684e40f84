import type { ObjectValue, Patch, Place, UnknownReason } from '../facts/index.js';
import type { Linked } from './link.js';
import type { Term } from './term.js';

/** One case of what stands at a place: a term, proven nothing, or unknown. */
export type TermCase =
  | { readonly status: 'known'; readonly term: Term }
  | { readonly status: 'absent'; readonly at?: Place }
  | { readonly status: 'unknown'; readonly why: UnknownReason };

/** What terms that stand for others were found to be, by the linked files: the same parameter is asked for by many rows. */
const known = new WeakMap<Linked, Map<Term, readonly TermCase[]>>();
/** Answers from deeper down may have been cut by the budget, and are not kept. */
const MAX_KEPT_DEPTH = 3;

const UNKNOWN: TermCase = { status: 'unknown', why: 'dynamic' };
/** Budgets: what is nested more deeply is unknown, further cases are left out. */
const MAX_DEPTH = 12;
const MAX_CASES = 16;

/**
 * All the cases of `term.path[0].path[1]…`. A property of an object literal that is not there is absent; of a value
 * that is not known it is unknown. `may` writes add a case, `must` writes replace what was before.
 */
export function resolveProperty(linked: Linked, term: Term, path: readonly string[], depth = 0): readonly TermCase[] {
  const [key, ...rest] = path;
  if (key === undefined) return resolveTerm(linked, term, depth);
  if (depth > MAX_DEPTH) return [{ status: 'unknown', why: 'budget' }];
  const cases = resolveTerm(linked, term, depth).flatMap((found) => (found.status === 'known' ? propertyOf(linked, found.term, key, depth + 1) : [found]));
  if (rest.length === 0) return cases.slice(0, MAX_CASES);
  return cases.flatMap((found) => (found.status === 'known' ? resolveProperty(linked, found.term, rest, depth + 1) : [found])).slice(0, MAX_CASES);
}

/** The cases of a term itself: alternatives apart, imports and known calls followed, `undefined` absent. */
export function resolveTerm(linked: Linked, term: Term, depth = 0): readonly TermCase[] {
  if (depth > MAX_DEPTH) return [{ status: 'unknown', why: 'budget' }];
  const { value } = term;
  const follow = (next: Term): readonly TermCase[] => resolveTerm(linked, next, depth + 1);
  switch (value.k) {
    case 'global':
      return value.name === 'undefined' ? [{ status: 'absent' }] : [{ status: 'known', term }];
    case 'await':
      return follow(linked.beside(term, value.of));
    case 'instance':
      return value.of === undefined ? [{ status: 'known', term }] : follow(linked.beside(term, value.of));
    case 'any': {
      const all = value.of.flatMap((id) => follow(linked.beside(term, id)));
      // `process.env.TTL ?? 3600`: the left side is only taken when it is there.
      const kept = value.op === '??' || value.op === '||' ? dropAbsentLeft(all, value.of.length) : all;
      return kept.slice(0, MAX_CASES);
    }
    case 'import':
    case 'param':
    case 'member':
    case 'call': {
      if (isEnvironment(linked, term)) return [{ status: 'unknown', why: 'environment' }];
      return followsOnce(linked, term, depth);
    }
    case 'unknown':
      return [{ status: 'unknown', why: value.why === 'budget' ? 'budget' : 'dynamic' }];
    default:
      return [{ status: 'known', term }];
  }
}

function dropAbsentLeft(cases: readonly TermCase[], sides: number): readonly TermCase[] {
  const last = cases.at(-1);
  const left = cases.slice(0, -1).filter((found) => found.status !== 'absent');
  return sides < 2 || !last ? cases : [...left, last];
}

function followsOnce(linked: Linked, term: Term, depth: number): readonly TermCase[] {
  let ofLinked = known.get(linked);
  if (!ofLinked) known.set(linked, (ofLinked = new Map<Term, readonly TermCase[]>()));
  const found = ofLinked.get(term) ?? follows(linked, term, depth);
  if (depth <= MAX_KEPT_DEPTH) ofLinked.set(term, found);
  return found;
}

/** Terms that stand for others: parameters, imports, members, results of known functions. */
function follows(linked: Linked, term: Term, depth: number): readonly TermCase[] {
  const { value } = term;
  if (value.k === 'member' && typeof value.key === 'string') {
    const object = linked.beside(term, value.of);
    if (object.value.k !== 'import' || object.value.name !== '*') {
      const cases = resolveProperty(linked, object, [value.key], depth + 1);
      // `opts.ttl` of an object that is not known stays itself: models may know it (`req.session`).
      return cases.every((found) => found.status === 'unknown') ? [{ status: 'known', term }] : cases;
    }
  }
  const next = linked.step(term);
  if (next.length === 0) return value.k === 'param' ? [{ status: 'unknown', why: 'not-linked' }] : [{ status: 'known', term }];
  const cases = next.flatMap((view) => resolveTerm(linked, view, depth + 1));
  // An exported function, or one used as a value, may have callers that are not seen.
  const open = value.k === 'param' && !term.env ? [{ status: 'unknown', why: 'not-linked' } as const] : [];
  return [...cases, ...open].slice(0, MAX_CASES);
}

/** `process.env.X`, `import.meta.env.X`, `process.argv[2]`: given when the program runs or is built, not in the code. */
export function isEnvironment(linked: Linked, term: Term): boolean {
  let at = term;
  let key: unknown;
  for (let i = 0; i < 8; i++) {
    const { value } = at;
    if (value.k === 'global') return value.name === 'process' || (value.name === 'import.meta' && key === 'env');
    if (value.k === 'member') {
      key = value.key;
      at = linked.beside(at, value.of);
    } else if (value.k === 'call') at = linked.beside(at, value.callee);
    else return false;
  }
  return false;
}

function propertyOf(linked: Linked, term: Term, key: string, depth: number): readonly TermCase[] {
  const { value } = term;
  switch (value.k) {
    case 'literal':
      return value.value === null ? [{ status: 'absent' }] : [UNKNOWN];
    case 'object':
      return ofObject(linked, term, value, key, depth);
    // `set(key, value, callback)`: a function that is written on the spot has no options.
    case 'function':
      return [{ status: 'absent' }];
    case 'array': {
      const element = value.of[Number(key)];
      return element === undefined ? [value.open ? UNKNOWN : { status: 'absent' }] : resolveTerm(linked, linked.beside(term, element), depth + 1);
    }
    case 'patched': {
      let cases: readonly TermCase[] = resolveProperty(linked, linked.beside(term, value.of), [key], depth + 1);
      for (const patch of value.writes) cases = patchedCases(linked, term, key, patch, cases, depth);
      return cases;
    }
    case 'this':
    case 'class':
    case 'new': {
      const members = linked.propertyValues(term, key);
      return members.length === 0 ? [UNKNOWN] : members.flatMap((member) => resolveTerm(linked, member, depth + 1));
    }
    default:
      return [UNKNOWN];
  }
}

/** What stands behind a later spread wins; a spread that may lack the key leaves what stands before it. */
function ofObject(linked: Linked, term: Term, value: ObjectValue, key: string, depth: number): readonly TermCase[] {
  const index = value.entries.findLastIndex((entry) => entry.key === key);
  const own = value.entries[index];
  const cases: TermCase[] = [];
  for (const spread of value.spreads.filter(({ before }) => before > index).toReversed()) {
    const found = resolveProperty(linked, linked.beside(term, spread.of), [key], depth + 1);
    cases.push(...found.filter((one) => one.status !== 'absent'));
    if (found.length > 0 && found.every((one) => one.status === 'known')) return cases;
  }
  if (own) return [...cases, ...resolveTerm(linked, linked.beside(term, own.value), depth + 1)];
  if (value.open) return [...cases, UNKNOWN];
  return cases.length > 0 ? [...cases, { status: 'absent' }] : [{ status: 'absent', at: { file: term.file.file, range: value.at } }];
}

function patchedCases(linked: Linked, term: Term, key: string, patch: Patch, before: readonly TermCase[], depth: number): readonly TermCase[] {
  const [first, ...rest] = patch.path;
  // `Object.assign(options, extra)`
  if (first === undefined) {
    const given = resolveProperty(linked, linked.beside(term, patch.value), [key], depth + 1);
    const proven = given.every((one) => one.status === 'known') && patch.certainty === 'must';
    return proven ? given : [...before, ...given.filter((one) => one.status !== 'absent')];
  }
  if (typeof first !== 'string') return [...before, UNKNOWN];
  if (first !== key) return before;
  // `options.cookie.maxAge = …` changes the inside of `cookie`; what that gives is answered on the nested path.
  if (rest.length > 0) return before.map((one) => (one.status === 'known' ? { status: 'known', term: patchedInner(term, one.term, key) } : one));
  const given = resolveTerm(linked, linked.beside(term, patch.value), depth + 1);
  return patch.certainty === 'must' ? given : [...before, ...given];
}

/**
 * `options.cookie.maxAge = 5` patches `options`; seen from `options.cookie` it is a patch with the path `maxAge`.
 * Gives that view of the inner value. It is made anew each time: no other term is.
 */
function patchedInner(owner: Term, inner: Term, key: string): Term {
  if (owner.value.k !== 'patched' || inner.file !== owner.file) return inner;
  const writes = owner.value.writes.filter((write) => write.path.length > 1 && write.path[0] === key).map((write) => ({ ...write, path: write.path.slice(1) }));
  return writes.length === 0 ? inner : { ...inner, value: { k: 'patched', of: inner.id, writes } };
}
