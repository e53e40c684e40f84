import type { ExpiryRemedy, Resolved, SessionConfig } from '../facts/index.js';
import { resolveProperty } from '../link/property.js';
import type { CallSite, Term } from '../link/term.js';
import type { ConfigRow, StoreRow } from '../models/library-model.js';
import { argumentAt, argumentIndex } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall, ModelRow } from './context.js';
import { durabilityOf } from './durability.js';
import { isUnderEnvironmentGuard } from './environment.js';
import { excuseOf } from './excuses.js';
import { isOnlyPrepared } from './is-only-prepared.js';
import { toWords } from './fields/to-words.js';
import { isFallback, withoutFallbacks } from './fallbacks.js';
import { optionPlace, resolveLifetime } from './lifetimes.js';
import { optionsOf } from './options-of.js';
import { placeOf } from './place-of.js';
import { read } from './readers/read.js';
import type { ReadFrom } from './readers/read.js';
import { resolveFlag } from './resolve-flag.js';
import { isSlow, keepsEndedOf, notRenewedOf, recordLifetime, storesOf } from './session-stores.js';
import { isEndedByUse } from './storage-uses.js';
import { whatAllSay } from './what-all-say.js';

/** Session middlewares that are set up in the code, with their effective lifetime. */
export function findSessionConfigs(context: IdentifyContext): readonly SessionConfig[] {
  const stores = rowsOf(context.models, (model) => model.stores);
  const found = matchCalls(context, rowsOf(context.models, (model) => model.configs));
  const used = found.filter((one) => isForSessions(context, one) && (one.match.row.preparedBy === undefined || !isOnlyPrepared(one.site.call, one.match.row.preparedBy)));
  return withoutFallbacks(onceEach(used.map((matched) => {
    const look = (match: ModelRow<ConfigRow>): SessionConfig => toConfig(context, matched, match, stores);
    return whatAllSay(look(matched.match), matched.others.map(look), matched.complete);
  })));
}

/** Options that several calls are handed are one place: `getSession(event, options)` and `updateSession(event, options)`. */
function onceEach(configs: readonly SessionConfig[]): readonly SessionConfig[] {
  const keyOf = ({ at, library, record, cookie, absolute, store }: SessionConfig): string => JSON.stringify([at, library, record, cookie, absolute, store]);
  return [...new Map([...configs].reverse().map((config) => [keyOf(config), config])).values()].reverse();
}

/** What may hold anything holds sessions where its name says so. */
function isForSessions({ linked }: IdentifyContext, { site, match: { row } }: MatchedCall<ConfigRow>): boolean {
  if (row.named === undefined) return true;
  return read({ linked, base: site.call }, row.named).some((found) => found.status === 'known' && found.term.value.k === 'literal' && toWords(String(found.term.value.value)).some((word) => SESSIONS.has(word)));
}

const SESSIONS: ReadonlySet<string> = new Set(['session', 'sessions', 'sess', 'usersession', 'usersessions']);

function toConfig(context: IdentifyContext, { site, identity }: MatchedCall<ConfigRow>, { model, row }: ModelRow<ConfigRow>, stores: readonly ModelRow<StoreRow>[]): SessionConfig {
  const options = setUpOptions(context, site.call, row);
  const from: ReadFrom = { linked: context.linked, base: options, site };
  const store = storesOf(context, from, model.id, row, stores);
  const place = settled(options) ? placeOf(options, placeOfSite(site)) : placeOfSite(site);
  const remedy = remedyOf(options, site, row);
  return {
    fact: 'session-config',
    at: place.range[1] > 0 ? place : placeOfSite(site),
    identity,
    library: model.id,
    name: 'package' in row.from ? row.from.package : (model.packages[0] ?? model.id),
    where: whereOf(site),
    memory: row.memory,
    record: isEndedByUse(context, site, row) ? { cases: [{ status: 'unknown', why: 'dynamic' }] } : recordLifetime(from, row, store),
    cookie: resolveLifetime(from, row.lifetime, 'cookie'),
    absolute: resolveLifetime(from, row.lifetime, 'absolute'),
    store: { cases: store.map(({ id }) => id) },
    ...(store.some(isSlow) ? { slow: true } : {}),
    eagerSave: eagerSaveOf(from, row),
    ...eagerOptionOf(from, site, row),
    ...keepsUnsetOf(from, row),
    ...notRenewedOf(store),
    ...keepsEndedOf(context, store),
    misplaced: misplacedOf(context, options, row),
    fixed: fixedOf(context, options, row),
    ...(remedy ? { remedy } : {}),
    environmentGuard: isUnderEnvironmentGuard(context.linked, site.call.file, whereOf(site)) || isFallback(context.linked, site),
    ...excuseOf(context, site),
    ...durabilityOf(options, row),
  };
}

function setUpOptions(context: IdentifyContext, call: Term, row: ConfigRow): Term {
  const options = optionsOf(context, call, row.options);
  if (settled(options) && argumentAt(context.linked, call, row.options)) return options;
  const other = row.otherOptions === undefined ? undefined : optionsOf(context, call, row.otherOptions);
  return other && settled(other) ? other : options;
}

function settled(term: Term): boolean {
  return term.value.k === 'object' || term.value.k === 'patched';
}

function eagerSaveOf(from: ReadFrom, { eagerSave }: ConfigRow): Resolved<boolean> {
  return eagerSave ? resolveFlag(from, eagerSave.read, eagerSave.whenAbsent) : { cases: [{ status: 'unknown', why: 'dynamic' }] };
}

/** `unset: 'destroy'` alone removes the record. */
function keepsUnsetOf(from: ReadFrom, { unset }: ConfigRow): Pick<SessionConfig, 'keepsUnset'> {
  if (!unset) return {};
  const keeps = read(from, unset.read).every((found) => found.status === 'absent' || (found.status === 'known' && found.term.value.k === 'literal' && found.term.value.value !== unset.removes));
  return keeps ? { keepsUnset: true } : {};
}

/** `saveUninitialized`, with the place where it stands or could stand. */
function eagerOptionOf(from: ReadFrom, site: CallSite, row: ConfigRow): Pick<SessionConfig, 'eagerOption'> {
  const where = row.eagerSave?.read;
  if (typeof where !== 'string') return {};
  const set = [...where.matchAll(/Member\[([^\]]*)\]/g)].map(([, key = '']) => key);
  const at = optionPlace(from, where);
  const { value, file } = from.base;
  const hasOptions = argumentAt(from.linked, site.call, row.options) !== undefined;
  const argument = argumentIndex(row.options);
  return { eagerOption: {
    set,
    ...(at ? { at } : {}),
    ...(hasOptions && value.k === 'object' ? { object: { file: file.file, range: value.at } } : {}),
    ...(!hasOptions && argument !== undefined ? { call: placeOfSite(site), argument } : {}),
  } };
}

/** Options that stand where the library does not look (`maxAge` beside `cookie`), unless they are set at the right place too. */
function misplacedOf({ linked }: IdentifyContext, options: Term, row: ConfigRow): SessionConfig['misplaced'] {
  return (row.misplaced ?? []).flatMap(({ option, instead }) => {
    const at = optionPlace({ linked, base: options }, option.split('.').map((key) => `Member[${key}]`).join('.'));
    const right = at ? resolveProperty(linked, options, instead.split('.')) : [];
    return at && right.every((found) => found.status === 'absent') ? [{ option, instead, at }] : [];
  });
}

/** `expires: new Date(Date.now() + HOUR)`: the options are made once, so every session ends at that one moment. */
function fixedOf(context: IdentifyContext, options: Term, row: ConfigRow): SessionConfig['fixed'] {
  return (row.moments ?? []).flatMap(({ option, instead, owner: where }) => {
    const keys = option.split('.');
    const owners = where === undefined ? resolveProperty(context.linked, options, keys.slice(0, -1)) : read({ linked: context.linked, base: options }, where);
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
