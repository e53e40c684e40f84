import type { Case, ExpiryRemedy, Lifetime, Resolved, SessionConfig } from '../facts/index.js';
import { resolveProperty, resolveTerm } from '../link/property.js';
import type { CallSite, Term } from '../link/term.js';
import type { ConfigRow, StoreRow } from '../models/library-model.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall, ModelRow } from './context.js';
import { isUnderEnvironmentGuard } from './environment.js';
import { optionPlace, resolveLifetime } from './lifetimes.js';
import { placeOf } from './place-of.js';
import { read } from './readers/read.js';
import type { ReadFrom } from './readers/read.js';
import { resolveFlag } from './resolve-flag.js';
import { whatAllSay } from './what-all-say.js';

/** Session middlewares that are set up in the code, with their effective lifetime. */
export function findSessionConfigs(context: IdentifyContext): readonly SessionConfig[] {
  const stores = rowsOf(context.models, (model) => model.stores);
  return matchCalls(context, rowsOf(context.models, (model) => model.configs)).map((matched) => {
    const look = (match: ModelRow<ConfigRow>): SessionConfig => toConfig(context, matched, match, stores);
    return whatAllSay(look(matched.match), matched.others.map(look), matched.complete);
  });
}

function toConfig(context: IdentifyContext, { site, identity }: MatchedCall<ConfigRow>, { model, row }: ModelRow<ConfigRow>, stores: readonly ModelRow<StoreRow>[]): SessionConfig {
  const options = optionsOf(context, site.call, row.options);
  const from: ReadFrom = { linked: context.linked, base: options, site };
  const store = storeOf(context, from, model.id, row, stores);
  const place = settled(options) ? placeOf(options, placeOfSite(site)) : placeOfSite(site);
  const remedy = remedyOf(options, site, row);
  return {
    fact: 'session-config',
    at: place.range[1] > 0 ? place : placeOfSite(site),
    identity,
    library: model.id,
    where: whereOf(site),
    memory: row.memory,
    record: recordLifetime(from, row, store),
    cookie: resolveLifetime(from, row.lifetime, 'cookie'),
    absolute: resolveLifetime(from, row.lifetime, 'absolute'),
    store: { cases: store.map(({ id }) => id) },
    eagerSave: eagerSaveOf(from, row),
    ...notRenewedOf(store),
    misplaced: misplacedOf(context, options, row),
    fixed: fixedOf(context, options, row),
    ...(remedy ? { remedy } : {}),
    environmentGuard: isUnderEnvironmentGuard(context.linked, site.call.file, whereOf(site)),
  };
}

/** The options argument, or an empty stand-in: `session()` is `session({})`. */
function optionsOf(context: IdentifyContext, call: Term, path: string): Term {
  const argument = argumentAt(context.linked, call, path);
  if (!argument) return { ...call, value: { k: 'object', at: 'at' in call.value ? call.value.at : [0, 0], entries: [], spreads: [], open: false } };
  const cases = resolveTerm(context.linked, argument);
  const [only] = cases;
  return cases.length === 1 && only?.status === 'known' ? only.term : argument;
}

function settled(term: Term): boolean {
  return term.value.k === 'object' || term.value.k === 'patched';
}

interface StoreCase {
  readonly id: Case<string>;
  readonly match?: ModelRow<StoreRow>;
  readonly options?: ReadFrom;
}

function storeOf(context: IdentifyContext, from: ReadFrom, library: string, row: ConfigRow, stores: readonly ModelRow<StoreRow>[]): readonly StoreCase[] {
  const at = placeOf(from.base);
  if (!row.store) return [{ id: { status: 'known', value: library, at } }];
  if ('always' in row.store) return [{ id: { status: 'known', value: row.store.always, at } }];
  const { whenAbsent, read: where } = row.store;
  return read(from, where).map((found): StoreCase => {
    if (found.status === 'absent') return { id: { status: 'known', value: whenAbsent, at } };
    if (found.status === 'unknown') return { id: found };
    return storeCase(context, found.term, stores);
  });
}

function storeCase(context: IdentifyContext, term: Term, stores: readonly ModelRow<StoreRow>[]): StoreCase {
  for (const view of context.linked.views(term)) {
    for (const match of stores) {
      if (!context.matcher.matches(view, match.row)) continue;
      const fit = context.versions.fit(match.model, match.row, view.file);
      if (fit === 'no') continue;
      if (fit === 'maybe') return { id: { status: 'unknown', why: 'version' } };
      if (match.row.inProcess) return { id: { status: 'known', value: 'process-memory', at: placeOf(view) }, match };
      const base = view.value.k === 'call' || view.value.k === 'new' ? optionsOf(context, view, match.row.options) : view;
      return { id: { status: 'known', value: match.model.id, at: placeOf(view) }, match, options: { linked: context.linked, base } };
    }
  }
  return { id: { status: 'unknown', why: 'dynamic' } };
}

/**
 * The record's life with each store that may stand behind the session. A store that is told never to expire wins;
 * a cookie-first store follows the cookie where that is set; the built-in memory store keeps what the cookie does not end.
 */
function recordLifetime(from: ReadFrom, row: ConfigRow, stores: readonly StoreCase[]): Resolved<Lifetime> {
  const own = resolveLifetime(from, row.lifetime, 'record');
  return { cases: stores.flatMap(({ id, match, options }): readonly Case<Lifetime>[] => {
    if (id.status !== 'known') return own.cases.map((one) => (isNever(one) ? { status: 'unknown', why: 'not-linked' } : one));
    if (!match || !options) return own.cases;
    const stored = resolveLifetime(options, match.row.lifetime, 'record').cases;
    if (match.row.precedence === 'store-first') return stored;
    const final = resolveLifetime(options, match.row.lifetime.filter((rule) => rule.final), 'record').cases;
    if (final.some((one) => one.status === 'known' || (one.status === 'unknown' && one.why === 'version'))) return final;
    return [...final, ...stored.flatMap((one) => own.cases.flatMap((cookie) => (isNever(cookie) ? [one] : [cookie])))];
  }) };
}

function isNever(one: Case<Lifetime>): boolean {
  return one.status === 'known' && one.value.ends === 'never' && one.value.because === 'default';
}

function eagerSaveOf(from: ReadFrom, { eagerSave }: ConfigRow): Resolved<boolean> {
  return eagerSave ? resolveFlag(from, eagerSave.read, eagerSave.whenAbsent) : { cases: [{ status: 'unknown', why: 'dynamic' }] };
}

/** Options that stand where the library does not look (`maxAge` beside `cookie`), unless they are set at the right place too. */
function misplacedOf(context: IdentifyContext, options: Term, row: ConfigRow): SessionConfig['misplaced'] {
  const base = options.value.k === 'patched' ? context.linked.beside(options, options.value.of) : options;
  const { value } = base;
  if (value.k !== 'object') return [];
  return (row.misplaced ?? []).flatMap(({ option, instead }) => {
    const entry = value.entries.find((candidate) => candidate.key === option);
    const right = resolveProperty(context.linked, options, instead.split('.'));
    return entry && right.every((found) => found.status === 'absent') ? [{ option, instead, at: { file: base.file.file, range: entry.at } }] : [];
  });
}

function notRenewedOf(stores: readonly StoreCase[]): Pick<SessionConfig, 'notRenewed'> {
  for (const { match, options } of stores) {
    const stop = match?.row.notRenewed;
    if (!stop || !options) continue;
    const isSet = read(options, stop.when.read).every((found) => found.status === 'known' && found.term.value.k === 'literal' && found.term.value.value === stop.when.is);
    const at = isSet ? optionPlace(options, stop.when.read) : undefined;
    if (at) return { notRenewed: { option: stop.option, at } };
  }
  return {};
}

/** `expires: new Date(Date.now() + HOUR)`: the options are made once, so every session ends at that one moment. */
function fixedOf(context: IdentifyContext, options: Term, row: ConfigRow): SessionConfig['fixed'] {
  return (row.moments ?? []).flatMap(({ option, instead }) => {
    const keys = option.split('.');
    const owners = resolveProperty(context.linked, options, keys.slice(0, -1));
    return owners.flatMap((owner) => {
      const value = owner.status === 'known' ? owner.term.value : undefined;
      const entry = value?.k === 'object' ? value.entries.find((candidate) => candidate.key === keys.at(-1)) : undefined;
      if (!entry || owner.status !== 'known') return [];
      const made = context.linked.beside(owner.term, entry.value);
      const callee = made.value.k === 'new' ? context.linked.beside(made, made.value.callee).value : undefined;
      const isDate = callee?.k === 'global' && callee.name === 'Date' && made.value.k === 'new' && made.value.args.length > 0;
      return isDate ? [{ option, instead, at: { file: owner.term.file.file, range: entry.at } }] : [];
    });
  });
}

function remedyOf(options: Term, site: CallSite, row: ConfigRow): ExpiryRemedy | undefined {
  const { remedy } = row;
  if (!remedy || !('set' in remedy)) return undefined;
  const { set, unit } = remedy;
  const { value } = options;
  const hasArgument = (site.call.value.k === 'call' || site.call.value.k === 'new') && site.call.value.args.length > 0;
  if (!hasArgument) return { set, unit, call: placeOfSite(site), argument: remedy.argument ?? 0 };
  return value.k === 'object' ? { set, unit, object: { file: options.file.file, range: value.at } } : undefined;
}
