import type { KeptBy, Memory, Place, ValueTraits, Write } from '../facts/index.js';
import { startsTogether } from '../facts/starts-together.js';
import type { Term } from '../link/term.js';
import type { PersistRow } from '../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { toLeaveOut } from './leave-out.js';
import { namesIn, select } from './persisted-names.js';
import { read } from './readers/read.js';
import { States } from './state-of.js';
import { toStateTraits } from './state-traits.js';

/** Fields of states that stores keep in the browser by themselves: zustand's `persist`, redux-persist, pinia's plugin. */
export function findPersistedWrites(context: IdentifyContext): readonly Write[] {
  const states = new States(context, rowsOf(context.models, (model) => model.states));
  return matchCalls(context, rowsOf(context.models, (model) => model.persists)).flatMap((matched) => {
    const [first = [], ...others] = [matched.match, ...matched.others].map((match) => settingsOf(context, { ...matched, match }).flatMap((settings) => keptFields(context, states, { ...matched, match }, settings)));
    // What versions that may be in use do not agree on is not told: `paths` is read up to version 3 of pinia's plugin.
    return first.filter((write) => others.every((fields) => fields.some((other) => isSame(write, other))));
  });
}

function isSame(a: Write, b: Write): boolean {
  return a.path.join('\0') === b.path.join('\0') && startsTogether(a.at, b.at);
}

/** The settings, each of a list; `true` has none. Nothing where they are not known, or say that nothing is kept. */
function settingsOf({ linked }: IdentifyContext, { site, match: { row } }: MatchedCall<PersistRow>): readonly Term[] {
  if (row.settings === undefined) return [site.call];
  return read({ linked, base: site.call }, row.settings).flatMap((found): readonly Term[] => {
    if (found.status !== 'known') return [];
    const { term } = found;
    if (term.value.k === 'array') return term.value.of.map((id) => linked.beside(term, id)).filter(({ value }) => value.k === 'object');
    if (term.value.k === 'literal' && term.value.value === true) return [{ ...term, value: { k: 'object', at: [0, 0], entries: [], spreads: [], open: false } }];
    return term.value.k === 'object' || term.value.k === 'patched' ? [term] : [];
  });
}

function keptFields(context: IdentifyContext, states: States, matched: MatchedCall<PersistRow>, settings: Term): readonly Write[] {
  const { linked } = context;
  const { site, identity, match: { model, row } } = matched;
  const memory = memoryOf(context, row, settings);
  const isHidden = (row.hiddenBy ?? []).some((path) => read({ linked, base: settings }, path).some(({ status }) => status !== 'absent'));
  if (memory === undefined || isHidden) return [];
  const write = (path: readonly string[], value: ValueTraits, at: Place, keptBy: KeptBy): Write => ({ fact: 'write', at, identity, library: model.id, where: whereOf(site), memory, path, value, copies: [], sessionKeyed: true, httpOnly: { cases: [{ status: 'known', value: false, at }] }, keptBy, via: [] });
  const store = placeOfSite(site);
  const initial = read({ linked, base: site.call }, row.state.read).flatMap((found) => (found.status === 'known' ? states.of(found.term, row.state.as) : []));
  if (row.key !== undefined) {
    const key = namesIn(linked, site.call, row.key)?.[0];
    return key === undefined ? [] : initial.slice(0, 1).map((term) => write([key], toStateTraits(context, states, term, row.state.as, store), store, { at: store }));
  }
  const picked = row.picked === undefined ? undefined : read({ linked, base: settings }, row.picked);
  if (picked && picked.some(({ status }) => status !== 'absent')) {
    return read({ linked, base: settings }, `${row.picked}.Return`).flatMap((found) => (found.status === 'known' ? states.fields(found.term, 'value') : []))
      .flatMap(({ key, term, at }) => {
        const value = toStateTraits(context, states, term, 'value', at, 'as it is');
        return value.literal === undefined ? [write([key], value, at, { at: store, leaveOut: { remove: at } })] : [];
      });
  }
  const [only, except] = [row.only, row.except].map((path) => (path === undefined ? [] : namesIn(linked, settings, path)));
  if (only === undefined || except === undefined) return [];
  const hasOnly = row.only !== undefined && read({ linked, base: settings }, row.only).some(({ status }) => status !== 'absent');
  const fields = initial.flatMap((term) => states.fields(term, row.state.as));
  return fields.flatMap(({ key, term, at }) => {
    const value = select(toStateTraits(context, states, term, row.state.as, at), [key], hasOnly ? only : undefined, except);
    if (value === undefined) return [];
    const leaveOut = toLeaveOut(linked, { settings, site, row }, key, only, except);
    const keptBy = { at: store, ...(leaveOut ? { leaveOut } : {}) };
    // Of `user: null` only what `pick: ['user.name']` names is kept.
    const parts = value.properties.length > 0 || only.includes(key) ? [] : only.filter((name) => name.startsWith(`${key}.`));
    return parts.length > 0 ? parts.map((name) => write(name.split('.'), value, at, keptBy)) : [write([key], value, at, keptBy)];
  });
}

/** Which storage of the browser it is; nothing where it is another one, or not known. */
function memoryOf({ linked, matcher, models }: IdentifyContext, { storage, memory }: PersistRow, settings: Term): Memory | undefined {
  if (!storage) return memory;
  const found = read({ linked, base: settings }, storage.read);
  if (found.every(({ status }) => status === 'absent')) return memory;
  const known = found.flatMap((one) => (one.status === 'known' ? [one.term] : []));
  const places = [...known, ...known.flatMap((term) => (storage.inside ?? []).flatMap((path) => read({ linked, base: term }, path).flatMap((one) => (one.status === 'known' ? [one.term] : []))))];
  const storages = rowsOf(models, (model) => model.storages);
  return places.flatMap((term) => storages.find(({ row }) => matcher.matches(term, row) !== undefined)?.row.memory ?? [])[0];
}
