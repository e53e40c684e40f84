import type { Case, Lifetime, Place } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { LifetimeRule } from '../../models/library-model.js';
import { resolveLifetime } from '../lifetimes.js';
import { receiverOf } from '../receiver-of.js';
import type { CookieParts } from './split-cookie.js';
import type { Piece } from './text-pieces.js';

/** When a cookie ends; `removed` where that is over already. */
export type CookieEnd = 'removed' | readonly Case<Lifetime>[];

const UNKNOWN: CookieEnd = [{ status: 'unknown', why: 'dynamic' }];

/** `max-age` goes before `expires`; without both the cookie is gone with the browser. */
export function cookieEnd(linked: Linked, { attributes, open }: CookieParts, at: Place): CookieEnd {
  const age = attributes.get('max-age');
  if (age) return ofAge(linked, age, at);
  const expires = attributes.get('expires');
  if (expires) return ofDate(linked, expires, at);
  return open ? UNKNOWN : [{ status: 'known', value: { ends: 'browser-close' }, at }];
}

function ofAge(linked: Linked, pieces: readonly Piece[], at: Place): CookieEnd {
  const [only, ...others] = pieces;
  if (only === undefined || others.length > 0) return UNKNOWN;
  if (typeof only !== 'string') return settled(lifetimeOf(linked, only, 's', 'max-age', at));
  const seconds = Number(only);
  if (!Number.isFinite(seconds)) return UNKNOWN;
  return seconds <= 0 ? 'removed' : [{ status: 'known', value: { ends: 'after', ms: seconds * 1000 }, at }];
}

/** A date that is written as a text is one moment: only one of the past says something. */
function ofDate(linked: Linked, pieces: readonly Piece[], at: Place): CookieEnd {
  const [only, ...others] = pieces;
  if (only === undefined || others.length > 0) return UNKNOWN;
  if (typeof only === 'string') return Date.parse(only) < LONG_AGO ? 'removed' : UNKNOWN;
  const date = receiverOf(linked, only) ?? only;
  return isBeginning(linked, date) ? 'removed' : settled(lifetimeOf(linked, date, 'date', 'expires', at));
}

const LONG_AGO = Date.UTC(2001, 0, 1);

/** `new Date(0)` */
function isBeginning(linked: Linked, term: Term): boolean {
  return linked.views(term).some((view) => {
    const [first] = view.value.k === 'new' ? view.value.args : [];
    const given = first === undefined ? undefined : linked.beside(view, first).value;
    return given?.k === 'literal' && given.value === 0;
  });
}

function lifetimeOf(linked: Linked, base: Term, unit: 's' | 'date', option: string, at: Place): readonly Case<Lifetime>[] {
  const line: LifetimeRule = { clock: 'record', then: { read: '', unit, option } };
  return resolveLifetime({ linked, base }, [line], 'record').cases.map((one) => (one.status === 'known' ? { ...one, at } : one));
}

function settled(cases: readonly Case<Lifetime>[]): CookieEnd {
  const isOver = cases.length > 0 && cases.every((one) => one.status === 'known' && one.value.ends === 'after' && one.value.ms <= 0);
  return isOver ? 'removed' : cases;
}
