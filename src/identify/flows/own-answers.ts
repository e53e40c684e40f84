import type { Place } from '../../facts/index.js';
import type { ComposedEffect } from './composed-effects.js';
import type { SessionFills } from './session-fills.js';
import type { PageAsk } from './template-asks.js';

/** The places that a page's handlers run through. */
export function placesIn(effects: readonly ComposedEffect[]): ReadonlySet<string> {
  return new Set(effects.map(({ at }) => toKey(at)));
}

function toKey({ file, range }: Place): string {
  return `${file} ${range[0]}`;
}

/**
 * A field that shows nothing but what its own page has stored is empty when the page is first seen, whatever other
 * pages have stored elsewhere.
 *
 * @param own places that only this page runs through
 */
export function markOwnAnswer(asked: PageAsk, fills: SessionFills, own: (place: string) => boolean): PageAsk {
  const { ask, shows = [] } = asked;
  const places = shows.flatMap((path) => fills.placesOf(path)).map(toKey);
  if (places.length === 0 || !places.every(own)) return asked;
  const { prefill: _, ...rest } = ask;
  return { ...asked, ask: { ...rest, prefilled: 'own-answer' } };
}
