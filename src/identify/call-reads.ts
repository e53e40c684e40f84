import type { Read } from '../facts/index.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext } from './context.js';
import { resolveKey } from './key-shape.js';
import { pathOfKey } from './entry-key.js';

/** Calls that read an entry by its key: `localStorage.getItem('draft')`, `redis.get(key)`. */
export function findCallReads(context: IdentifyContext): readonly Read[] {
  return matchCalls(context, rowsOf(context.models, (model) => model.reads)).flatMap(({ site, match: { row, model }, identity }): readonly Read[] => {
    const argument = row.key === undefined ? undefined : argumentAt(context.linked, site.call, row.key);
    if (argument === undefined) return [];
    return [{ fact: 'read', at: placeOfSite(site), identity, library: model.id, where: whereOf(site), memory: row.memory, path: pathOfKey(resolveKey(context.linked, argument)) }];
  });
}
