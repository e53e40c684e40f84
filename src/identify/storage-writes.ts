import type { Case, ExpiryRemedy, FunctionSummary, KeyShape, Lifetime, Place, Resolved, Write } from '../facts/index.js';
import { argumentOf } from '../link/linker.js';
import type { CallSite, Env, Term } from '../link/term.js';
import type { EachRead, Read, Row, WriteRow } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall, ModelRow } from './context.js';
import { isFeasible } from './feasible.js';
import { KeptKeys } from './kept-keys.js';
import { keyFamily, resolveKey } from './key-shape.js';
import { resolveLifetime } from './lifetimes.js';
import { mentionsParameter } from './mentions-parameter.js';
import { placeOf } from './place-of.js';
import { startOfBuilder } from './readers/builder.js';
import { entriesOf } from './readers/entries.js';
import { read } from './readers/read.js';
import { receiverOf } from './receiver-of.js';
import { resolveFlag } from './resolve-flag.js';
import { keyedBy } from './session-keyed.js';
import type { SessionOrigins } from './session-origins.js';
import type { SessionRoots } from './session-roots.js';
import { toValueTraits } from './value-traits.js';
import { whatAllSay } from './what-all-say.js';

/**
 * Entries put into stores by calls: `localStorage.setItem(…)`, `redis.set(…)`. A call inside a wrapper function is
 * looked at once for each of the wrapper's known call sites, and stays one fact at the place of the call.
 */
export function findStorageWrites(context: IdentifyContext, roots: SessionRoots, origins: SessionOrigins): readonly Write[] {
  const written = matchCalls(context, rowsOf(context.models, (model) => model.writes));
  const use = keyUseOf(context, roots, new Set(written.map(({ site }) => site.within.fn)));
  return written.flatMap((matched) => {
    const each = matched.match.row.each;
    if (each) return eachWrite(context, matched, each, origins);
    const look = (match: ModelRow<WriteRow>): Write => toWrite(context, matched, match, use, origins);
    return [whatAllSay(look(matched.match), matched.others.map(look), matched.complete)];
  });
}

function toWrite(context: IdentifyContext, { site, identity }: MatchedCall<WriteRow>, { row, model }: ModelRow<WriteRow>, use: KeyUse, origins: SessionOrigins): Write {
  const seen = contextsOf(context, site).filter((env) => isFeasible(context.linked, site, env));
  const calls = (seen.length > 0 ? seen : [undefined]).map((env) => inContext(context, site, env));
  const views = calls.map((call) => look(context, call, site, row, use));
  const remedy = remedyOf(context, site, row);
  const keyed = views.map((view) => isSessionKeyed(row, view.key, use.read) || use.kept.has(site, row));
  const relevant = views.filter((_, index) => keyed[index]);
  const chosen = relevant.length > 0 ? relevant : views;
  const key: Resolved<KeyShape> = { cases: chosen.flatMap((view) => view.key.cases) };
  const [first, ...others] = distinctContents(chosen.map((view) => ({ path: [...(row.key === undefined ? [] : pathOf(view.key)), ...fieldOf(context, view.call, row)], value: toValueTraits(context.linked, valueOf(context, view.call, row), placeOfSite(site)) })));
  return {
    fact: 'write',
    at: placeOfSite(site),
    identity,
    library: model.id,
    where: whereOf(site),
    memory: row.memory,
    path: first?.path ?? (row.key === undefined ? [] : pathOf(key)),
    key,
    value: first?.value ?? toValueTraits(context.linked, valueOf(context, site.call, row), placeOfSite(site)),
    ...(others.length > 0 ? { others } : {}),
    ...(row.lifetime ? { lifetime: limitedOnRead(model.id, { cases: chosen.flatMap((view) => view.lifetime.cases) }, use.limited) } : {}),
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
    ...(httpOnly ? { httpOnly: httpOnly === 'never' ? { cases: [{ status: 'known', value: false, at: placeOfSite(site) }] } : resolveFlag({ linked: context.linked, base: site.call, site }, httpOnly.read, httpOnly.whenAbsent) } : {}),
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
  readonly call: Term;
  readonly key: Resolved<KeyShape>;
  readonly lifetime: Resolved<Lifetime>;
}

function look(context: IdentifyContext, call: Term, site: CallSite, row: WriteRow, use: KeyUse): Look {
  const from = { linked: context.linked, base: call, site };
  const keys = row.key === undefined ? [] : read(from, row.key);
  const key: Case<KeyShape>[] = keys.flatMap((found) => (found.status === 'known' ? resolveKey(context.linked, found.term).cases : [found]));
  const raw = row.key !== undefined && key.every((found) => found.status !== 'known') ? rawKey(context, call, row.key) : undefined;
  const shown = raw ?? { cases: key };
  return { call, key: shown, lifetime: renewedElsewhere(resolveLifetime(from, row.lifetime ?? [], 'record'), shown, row.field === undefined ? use.renewedAlone : use.renewed) };
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
  if (typeof row.value === 'object' && row.value.reader === 'first-of') {
    const [written] = row.value.reads.flatMap((one) => argumentAt(context.linked, call, one) ?? []);
    return written ?? call;
  }
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

/** What else the linked files do with keys. */
interface KeyUse {
  readonly kept: KeptKeys;
  /** Families of keys that are read or deleted. */
  readonly read: ReadonlySet<string>;
  /** Families of keys that get an expiry in a call of its own. */
  readonly renewed: ReadonlySet<string>;
  /** Those that get it where nothing is written: beside a write it is for that write, and a plain `set` elsewhere takes it away. */
  readonly renewedAlone: ReadonlySet<string>;
  /** Models whose reading calls take nothing that is older than a limit of their own. */
  readonly limited: ReadonlySet<string>;
}

type KeyedCall = MatchedCall<Row & { readonly key?: Read }>;

function keyUseOf(context: IdentifyContext, roots: SessionRoots, writers: ReadonlySet<FunctionSummary>): KeyUse {
  const reads: readonly KeyedCall[] = matchCalls(context, rowsOf(context.models, (model) => model.reads));
  const clears: readonly KeyedCall[] = matchCalls(context, rowsOf(context.models, (model) => model.clears));
  const renewals: readonly KeyedCall[] = matchCalls(context, rowsOf(context.models, (model) => model.renewals));
  const alone = renewals.filter(({ site }) => !writers.has(site.within.fn));
  return { kept: new KeptKeys(context, roots), read: keyFamilies(context, [...reads, ...clears]), renewed: keyFamilies(context, renewals), renewedAlone: keyFamilies(context, alone), limited: limitsOf(context) };
}

/** `jwtVerify(token, key, { maxTokenAge: '1h' })` */
function limitsOf(context: IdentifyContext): ReadonlySet<string> {
  const calls = matchCalls(context, rowsOf(context.models, (model) => model.limits));
  return new Set(calls.flatMap(({ site, match: { model, row } }) => (read({ linked: context.linked, base: site.call, site }, row.read).some((found) => found.status !== 'absent') ? [model.id] : [])));
}

/** Families of the keys that calls are given. */
function keyFamilies(context: IdentifyContext, calls: readonly KeyedCall[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const { site, match } of calls) {
    if (match.row.key === undefined) continue;
    const envs = contextsOf(context, site);
    for (const env of [undefined, ...envs]) {
      for (const found of rawKey(context, inContext(context, site, env), match.row.key)?.cases ?? []) if (found.status === 'known') families.add(keyFamily(found.value));
    }
  }
  return families;
}

/** `hset(key, …)` here and `expire(key, 60)` in another function: when the entry ends is not known. */
function renewedElsewhere(lifetime: Resolved<Lifetime>, key: Resolved<KeyShape>, renewed: ReadonlySet<string>): Resolved<Lifetime> {
  const isRenewed = key.cases.some((found) => found.status === 'known' && found.value.quasis.some((text) => text !== '') && renewed.has(keyFamily(found.value)));
  if (!isRenewed) return lifetime;
  return withoutDefaultNever(lifetime);
}

/** What has no end of its own may be too old for whoever reads it. */
function limitedOnRead(library: string, lifetime: Resolved<Lifetime>, limited: ReadonlySet<string>): Resolved<Lifetime> {
  return limited.has(library) ? withoutDefaultNever(lifetime) : lifetime;
}

function withoutDefaultNever(lifetime: Resolved<Lifetime>): Resolved<Lifetime> {
  return { cases: lifetime.cases.map((one) => (one.status === 'known' && one.value.ends === 'never' && one.value.because === 'default' ? { status: 'unknown', why: 'dynamic' } : one)) };
}

/** The field of a hash: `hset(key, 'email', value)`. */
function fieldOf({ linked }: IdentifyContext, call: Term, row: WriteRow): readonly string[] {
  const [found] = row.field === undefined ? [] : read({ linked, base: call }, row.field);
  return found?.status === 'known' && found.term.value.k === 'literal' ? [String(found.term.value.value)] : [];
}

/** Callers that write the same count once. */
function distinctContents(contents: NonNullable<Write['others']>): NonNullable<Write['others']> {
  return [...new Map(contents.map((one) => [JSON.stringify(one), one])).values()];
}

function remedyOf({ linked }: IdentifyContext, site: CallSite, row: WriteRow): ExpiryRemedy | undefined {
  const { remedy } = row;
  if (!remedy) return undefined;
  if ('chain' in remedy) {
    const start = startOfBuilder(linked, site.call);
    return start && start.file === site.call.file ? { ...remedy, at: placeOf(start) } : undefined;
  }
  const call: Place = placeOfSite(site);
  const count = site.call.value.k === 'call' || site.call.value.k === 'new' ? site.call.value.args.length : 0;
  if ('append' in remedy) return remedy.argument === count ? { ...remedy, call } : undefined;
  const { set, unit, argument = 0 } = remedy;
  if (argument === count) return { set, unit, call, argument };
  // `sign(claims, secret, { algorithm })`: the options that stand there take it.
  const options = argumentOf(linked, site.call, argument);
  return options?.value.k === 'object' && options.file === site.call.file ? { set, unit, object: placeOf(options) } : undefined;
}
