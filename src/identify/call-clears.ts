import type { Clear } from '../facts/index.js';
import type { ClearRow } from '../models/library-model.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { resolveKey } from './key-shape.js';
import { holds } from './lifetimes.js';

/** Calls that remove a key, a record or a cookie: `localStorage.removeItem('draft')`, `req.session.destroy()`. */
export function findCallClears(context: IdentifyContext): readonly Clear[] {
  return matchCalls(context, rowsOf(context.models, (model) => model.clears)).filter((matched) => matched.complete && isSaidToClear(context, matched)).map(({ site, match: { row, model }, identity }) => ({
    fact: 'clear',
    at: placeOfSite(site),
    identity,
    library: model.id,
    where: whereOf(site),
    memory: row.memory,
    path: pathOf(context, site.call, row),
    clears: row.clears,
    ...(row.renews ? { renews: row.renews } : {}),
  }));
}

/** A clear that may not happen is none: what is left behind would not be seen. */
function isSaidToClear({ linked }: IdentifyContext, { site, match: { row } }: MatchedCall<ClearRow>): boolean {
  return (row.when ?? []).every((when) => holds({ linked, base: site.call, site }, when) === 'yes');
}

/** The key as writes name it, `'*'` for what is not known of it; nothing where everything goes. */
function pathOf({ linked }: IdentifyContext, call: MatchedCall<ClearRow>['site']['call'], { key }: ClearRow): readonly string[] {
  if (key === undefined) return [];
  const argument = argumentAt(linked, call, key);
  const [first] = argument ? resolveKey(linked, argument).cases : [];
  return [first?.status === 'known' ? first.value.quasis.join('*') : '*'];
}
