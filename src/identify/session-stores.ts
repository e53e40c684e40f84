import type { Case, Lifetime, Place, Resolved, SessionConfig } from '../facts/index.js';
import type { Term } from '../link/term.js';
import type { ConfigRow, Read, StoreRow, When } from '../models/library-model.js';
import type { IdentifyContext, ModelRow } from './context.js';
import { resolveNumber } from './durations.js';
import { holds, optionPlace, resolveLifetime } from './lifetimes.js';
import { optionsOf } from './options-of.js';
import { placeOf } from './place-of.js';
import { read } from './readers/read.js';
import type { ReadFrom } from './readers/read.js';
import { whatAllSay } from './what-all-say.js';

/** One store that may stand behind a session. */
export interface StoreCase {
  readonly id: Case<string>;
  readonly known?: {
    readonly row: StoreRow;
    /** Rows of other versions that may be in use. */
    readonly others: readonly StoreRow[];
    /** Does one of the rows hold in each version that may be in use? */
    readonly complete: boolean;
    readonly options: ReadFrom;
  };
}

/** The stores that may stand behind the session which `from` holds the options of. */
export function storesOf(context: IdentifyContext, from: ReadFrom, library: string, row: ConfigRow, stores: readonly ModelRow<StoreRow>[]): readonly StoreCase[] {
  const at = placeOf(from.base);
  if (!row.store) return [{ id: { status: 'known', value: library, at } }];
  if ('always' in row.store) return [{ id: { status: 'known', value: row.store.always, at } }];
  if ('memoryWhen' in row.store) {
    const inMemory = row.store.memoryWhen.map((when) => holds(from, when));
    if (inMemory.includes('yes')) return [{ id: { status: 'known', value: 'process-memory', at } }];
    return [{ id: inMemory.every((truth) => truth === 'no') ? { status: 'known', value: library, at } : { status: 'unknown', why: 'dynamic' } }];
  }
  const { whenAbsent, read: where } = row.store;
  return read(from, where).flatMap((found): readonly StoreCase[] => {
    if (found.status === 'absent') return [{ id: { status: 'known', value: whenAbsent === 'itself' ? library : whenAbsent, at } }];
    if (found.status === 'unknown') return [{ id: found }];
    const outer = storeCase(context, made(context, found.term, stores), stores);
    return outer.known?.row.wraps === undefined ? [outer] : wrapped(context, outer, outer.known.row.wraps, stores);
  });
}

/** A store that another one adds an expiry to is the inner one, with the outer's lifetime where that says any. */
function wrapped(context: IdentifyContext, outer: StoreCase, wraps: Read, stores: readonly ModelRow<StoreRow>[]): readonly StoreCase[] {
  const { known } = outer;
  if (!known) return [outer];
  return read(known.options, wraps).map((found): StoreCase => {
    if (found.status !== 'known') return { ...outer, id: found.status === 'unknown' ? found : outer.id };
    const inner = storeCase(context, made(context, found.term, stores), stores);
    const says = resolveLifetime(known.options, known.row.lifetime, 'record').cases.length > 0;
    return says || !inner.known ? { id: inner.id, known } : inner;
  });
}

/** `new TypeormStore(…).connect(repository)` is the store that was made. */
function made({ linked, matcher }: IdentifyContext, term: Term, stores: readonly ModelRow<StoreRow>[]): Term {
  const callee = term.value.k === 'call' ? linked.beside(term, term.value.callee) : undefined;
  if (callee?.value.k !== 'member') return term;
  const { key, of } = callee.value;
  const receiver = linked.beside(callee, of);
  return stores.some(({ row }) => typeof key === 'string' && row.fluent?.includes(key) === true && matcher.matches(receiver, row) !== undefined) ? receiver : term;
}

function storeCase(context: IdentifyContext, term: Term, stores: readonly ModelRow<StoreRow>[]): StoreCase {
  for (const view of context.linked.views(term)) {
    const matches = stores.filter(({ row }) => context.matcher.matches(view, row)).map((match) => ({ ...match, fit: context.versions.fit(match.model, match.row, view.file) }));
    const possible = matches.filter(({ fit }) => fit !== 'no');
    const certain = possible.findIndex(({ fit }) => fit === 'yes');
    const [first, ...others] = certain < 0 ? possible : possible.slice(0, certain + 1);
    if (!first) continue;
    const base = view.value.k === 'call' || view.value.k === 'new' ? optionsOf(context, view, first.row.options) : view;
    return {
      id: { status: 'known', value: first.row.inProcess ? 'process-memory' : first.model.id, at: placeOf(view) },
      known: {
        row: first.row,
        others: others.filter(({ model }) => model === first.model).map(({ row }) => row),
        complete: certain >= 0,
        options: { linked: context.linked, base },
      },
    };
  }
  return { id: { status: 'unknown', why: 'dynamic' } };
}

/**
 * The record's life with each store that may stand behind the session. A store that is told never to expire wins;
 * a cookie-first store follows the cookie where that is set; the built-in memory store keeps what the cookie does not end.
 */
export function recordLifetime(from: ReadFrom, row: ConfigRow, stores: readonly StoreCase[]): Resolved<Lifetime> {
  const own = resolveLifetime(from, row.lifetime, 'record');
  return { cases: stores.flatMap(({ id, known }): readonly Case<Lifetime>[] => {
    if (id.status !== 'known') return own.cases.map((one) => (isNever(one) ? { status: 'unknown', why: 'not-linked' } : one));
    if (!known) return own.cases;
    const says = (store: StoreRow): { readonly record: Resolved<Lifetime> } => ({ record: { cases: storedLifetime(own.cases, store, known.options) } });
    return whatAllSay(says(known.row), known.others.map(says), known.complete).record.cases;
  }) };
}

function storedLifetime(own: readonly Case<Lifetime>[], store: StoreRow, options: ReadFrom): readonly Case<Lifetime>[] {
  const stored = resolveLifetime(options, store.lifetime, 'record').cases;
  if (store.precedence === 'store-first') return stored;
  const final = resolveLifetime(options, store.lifetime.filter((rule) => rule.final), 'record').cases;
  if (final.some((one) => one.status === 'known' || (one.status === 'unknown' && one.why === 'version'))) return final;
  return [...final, ...stored.flatMap((one) => own.flatMap((cookie) => (isNever(cookie) ? [one] : [cookie])))];
}

function isNever(one: Case<Lifetime>): boolean {
  return one.status === 'known' && one.value.ends === 'never' && one.value.because === 'default';
}

/** Does the store answer later, over a network or from a disk, whatever the version? */
export function isSlow({ known }: StoreCase): boolean {
  return known !== undefined && [known.row, ...known.others].every(({ inProcess, immediate }) => !inProcess && !immediate);
}

/** The option that keeps a store from renewing records, where one is set. */
export function notRenewedOf(stores: readonly StoreCase[]): Pick<SessionConfig, 'notRenewed'> {
  for (const { known } of stores) {
    const stop = known?.row.notRenewed;
    if (!stop || !known) continue;
    const at = isSet(known.options, stop.when) ? optionPlace(known.options, stop.when.read) : undefined;
    if (at) return { notRenewed: { option: stop.option, at } };
  }
  return {};
}

/**
 * The option that keeps a store from removing what is over, unless the code removes it itself: `store.pruneSessions()`.
 * Some stores remove nothing until an option is there; then the place is that of the store.
 */
export function keepsEndedOf(context: IdentifyContext, stores: readonly StoreCase[]): Pick<SessionConfig, 'keepsEnded'> {
  for (const { id, known } of stores) {
    for (const { when, and = [], option, calls = [], code = '' } of known?.row.keepsEnded ?? []) {
      if (!known || ![when, ...and].every((one) => isSet(known.options, one)) || isCalled(context, calls)) continue;
      const at = optionPlace(known.options, when.read);
      if (at) return { keepsEnded: { option, at } };
      if (when.is === 'absent' && id.status === 'known') return { keepsEnded: { option, at: id.at, missing: { ...objectOf(known.options), code } } };
    }
  }
  return {};
}

function objectOf({ base }: ReadFrom): { readonly object?: Place } {
  return base.value.k === 'object' && base.value.entries.length + base.value.spreads.length > 0 ? { object: placeOf(base) } : {};
}

function isSet(options: ReadFrom, { read: where, is }: When): boolean {
  return read(options, where).every((found) => {
    if (found.status !== 'known') return is === 'absent' && found.status === 'absent';
    if (typeof is !== 'number') return found.term.value.k === 'literal' && found.term.value.value === is;
    return resolveNumber(options.linked, found.term).every((one) => one.status === 'known' && one.value === is);
  });
}

function isCalled({ linked }: IdentifyContext, names: readonly string[]): boolean {
  return names.length > 0 && linked.callSites.some(({ call }) => {
    const callee = call.value.k === 'call' ? linked.beside(call, call.value.callee).value : undefined;
    return callee?.k === 'member' && typeof callee.key === 'string' && names.includes(callee.key);
  });
}
