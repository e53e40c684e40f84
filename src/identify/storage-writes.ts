import type { Case, ExpiryRemedy, KeyShape, Lifetime, Place, Resolved, Write } from '../facts/index.js';
import type { CallSite, Env, Term } from '../link/term.js';
import type { EachRead, Read, WriteRow } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall, ModelRow } from './context.js';
import { isFeasible } from './feasible.js';
import { keyFamily, resolveKey } from './key-shape.js';
import { resolveLifetime } from './lifetimes.js';
import { mentionsParameter } from './mentions-parameter.js';
import { entriesOf } from './readers/entries.js';
import { read } from './readers/read.js';
import { receiverOf } from './receiver-of.js';
import { resolveFlag } from './resolve-flag.js';
import { keyedBy } from './session-keyed.js';
import type { SessionOrigins } from './session-origins.js';
import { toValueTraits } from './value-traits.js';
import { whatAllSay } from './what-all-say.js';

/**
 * Entries put into stores by calls: `localStorage.setItem(…)`, `redis.set(…)`. A call inside a wrapper function is
 * looked at once for each of the wrapper's known call sites, and stays one fact at the place of the call.
 */
export function findStorageWrites(context: IdentifyContext, origins: SessionOrigins): readonly Write[] {
  const families = readFamilies(context);
  return matchCalls(context, rowsOf(context.models, (model) => model.writes)).flatMap((matched) => {
    const each = matched.match.row.each;
    if (each) return eachWrite(context, matched, each, origins);
    const look = (match: ModelRow<WriteRow>): Write => toWrite(context, matched, match, families, origins);
    return [whatAllSay(look(matched.match), matched.others.map(look), matched.complete)];
  });
}

function toWrite(context: IdentifyContext, { site, identity }: MatchedCall<WriteRow>, { row, model }: ModelRow<WriteRow>, families: ReadonlySet<string>, origins: SessionOrigins): Write {
  const seen = contextsOf(context, site).filter((env) => isFeasible(context.linked, site, env));
  const calls = (seen.length > 0 ? seen : [undefined]).map((env) => inContext(context, site, env));
  const views = calls.map((call) => look(context, call, site, row));
  const [first] = calls;
  const remedy = remedyOf(site, row);
  const keyed = views.map((view) => isSessionKeyed(row, view.key, families));
  const relevant = views.filter((_, index) => keyed[index]);
  const chosen = relevant.length > 0 ? relevant : views;
  const key: Resolved<KeyShape> = { cases: chosen.flatMap((view) => view.key.cases) };
  return {
    fact: 'write',
    at: placeOfSite(site),
    identity,
    library: model.id,
    where: whereOf(site),
    memory: row.memory,
    path: pathOf(key),
    key,
    value: toValueTraits(context.linked, valueOf(context, first ?? site.call, row), placeOfSite(site)),
    ...(row.lifetime ? { lifetime: { cases: chosen.flatMap((view) => view.lifetime.cases) } } : {}),
    ...(remedy ? { remedy } : {}),
    sessionKeyed: keyed.some(Boolean),
    ...protectionOf(context, site, row, origins),
    via: distinct(seen.filter((_, index) => relevant.length === 0 || keyed[index]).map((env) => placeOfSite(env.call))),
  };
}

/** `storage.local.set({ token, theme })` is one write for each key. Their lifetimes and keys are those of the call. */
function eachWrite(context: IdentifyContext, { site, match: { model, row }, identity }: MatchedCall<WriteRow>, each: EachRead, origins: SessionOrigins): readonly Write[] {
  const from = { linked: context.linked, base: site.call, site };
  const lifetime = row.lifetime && resolveLifetime(from, row.lifetime, 'record');
  return entriesOf(from, each).map((entry): Write => {
    const key: Resolved<KeyShape> = typeof entry.key === 'string'
      ? { cases: [{ status: 'known', value: { quasis: [entry.key], parts: [] }, at: placeOfSite(site) }] }
      : { cases: entry.key.flatMap((found) => (found.status === 'known' ? resolveKey(context.linked, found.term).cases : [found])) };
    return {
      fact: 'write', at: placeOfSite(site), identity, library: model.id, where: whereOf(site), memory: row.memory,
      path: pathOf(key),
      key,
      value: toValueTraits(context.linked, entry.value ?? site.call, placeOfSite(site)),
      ...(lifetime ? { lifetime } : {}),
      sessionKeyed: isSessionKeyed(row, key, NO_FAMILIES),
      ...protectionOf(context, site, row, origins),
      via: [],
    };
  });
}

const NO_FAMILIES: ReadonlySet<string> = new Set();

/** Who can read what is written, and whether it needs a save. */
function protectionOf(context: IdentifyContext, site: CallSite, row: WriteRow, origins: SessionOrigins): Pick<Write, 'httpOnly' | 'sealed' | 'needsSave' | 'session'> {
  const { httpOnly } = row;
  const written = row.needsSave && receiverOf(context.linked, site.call);
  const session = written && origins.followed(written);
  return {
    ...(httpOnly ? { httpOnly: resolveFlag({ linked: context.linked, base: site.call, site }, httpOnly.read, httpOnly.whenAbsent) } : {}),
    ...(row.sealed ? { sealed: row.sealed } : {}),
    ...(row.needsSave ? { needsSave: row.needsSave } : {}),
    ...(session ? { session } : {}),
  };
}

/** Call sites, each once: nested wrappers reach the same one in several contexts. */
function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.file} ${place.range[0]}`, place])).values()].slice(0, 10);
}

interface Look {
  readonly key: Resolved<KeyShape>;
  readonly lifetime: Resolved<Lifetime>;
}

function look(context: IdentifyContext, call: Term, site: CallSite, row: WriteRow): Look {
  const from = { linked: context.linked, base: call, site };
  const keys = row.key === undefined ? [] : read(from, row.key);
  const key: Case<KeyShape>[] = keys.flatMap((found) => (found.status === 'known' ? resolveKey(context.linked, found.term).cases : [found]));
  const raw = row.key !== undefined && key.every((found) => found.status !== 'known') ? rawKey(context, call, row.key) : undefined;
  return { key: raw ?? { cases: key }, lifetime: resolveLifetime(from, row.lifetime ?? [], 'record') };
}

/** A key that no case is known of still has its words: `set(sessionId, …)`. */
function rawKey(context: IdentifyContext, call: Term, what: Read): Resolved<KeyShape> | undefined {
  const key = argumentAt(context.linked, call, what);
  return key && resolveKey(context.linked, key);
}

/** An argument as it is written; what lies deeper (`Argument[0].Return`) as far as it is known. */
function valueOf(context: IdentifyContext, call: Term, row: WriteRow): Term {
  if (row.value === undefined) return call;
  if (typeof row.value === 'string' && parseAccessPath(row.value).length === 1) return argumentAt(context.linked, call, row.value) ?? call;
  const known = read({ linked: context.linked, base: call }, row.value).find((found) => found.status === 'known');
  return known?.term ?? call;
}

function contextsOf(context: IdentifyContext, site: CallSite): readonly Env[] {
  return mentionsParameter(context.linked, site.call, site.within.fn.id) ? context.linked.contexts(site.within) : [];
}

function inContext(context: IdentifyContext, site: CallSite, env: Env | undefined): Term {
  return env ? context.linked.term(site.call.file, site.call.id, env) : site.call;
}

function pathOf(key: Resolved<KeyShape>): readonly string[] {
  const [first] = key.cases;
  if (first?.status !== 'known') return ['*'];
  return [first.value.quasis.join('*')];
}

function isSessionKeyed(row: WriteRow, key: Resolved<KeyShape>, families: ReadonlySet<string>): boolean {
  if (row.memory !== 'server-record') return true;
  return key.cases.some((found) => {
    if (found.status !== 'known') return false;
    const by = keyedBy(found.value);
    return by === 'session' || (by === 'user' && families.has(keyFamily(found.value)));
  });
}

/** Families of keys that the linked files read or delete. */
function readFamilies(context: IdentifyContext): ReadonlySet<string> {
  const rows = [...rowsOf(context.models, (model) => model.reads), ...rowsOf(context.models, (model) => model.clears)];
  const families = new Set<string>();
  for (const { site, match } of matchCalls(context, rows)) {
    if (match.row.key === undefined) continue;
    const envs = contextsOf(context, site);
    for (const env of [undefined, ...envs]) {
      for (const found of rawKey(context, inContext(context, site, env), match.row.key)?.cases ?? []) if (found.status === 'known') families.add(keyFamily(found.value));
    }
  }
  return families;
}

function remedyOf(site: CallSite, row: WriteRow): ExpiryRemedy | undefined {
  const { remedy } = row;
  const call: Place = placeOfSite(site);
  const count = site.call.value.k === 'call' || site.call.value.k === 'new' ? site.call.value.args.length : 0;
  if (!remedy || remedy.argument !== count) return undefined;
  if ('append' in remedy) return { append: remedy.append, unit: remedy.unit, call, argument: count };
  return { set: remedy.set, unit: remedy.unit, call, argument: count };
}
