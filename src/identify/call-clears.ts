import type { Clear } from '../facts/index.js';
import type { ClearRow } from '../models/library-model.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { resolveKey } from './key-shape.js';

/** Calls that remove a key, a record or a cookie: `localStorage.removeItem('draft')`, `req.session.destroy()`. */
export function findCallClears(context: IdentifyContext): readonly Clear[] {
  return matchCalls(context, rowsOf(context.models, (model) => model.clears)).filter(({ complete }) => complete).map(({ site, match: { row, model }, identity }) => ({
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

/** The key as writes name it, `'*'` for what is not known of it; nothing where everything goes. */
function pathOf({ linked }: IdentifyContext, call: MatchedCall<ClearRow>['site']['call'], { key }: ClearRow): readonly string[] {
  if (key === undefined) return [];
  const argument = argumentAt(linked, call, key);
  const [first] = argument ? resolveKey(linked, argument).cases : [];
  return [first?.status === 'known' ? first.value.quasis.join('*') : '*'];
}
