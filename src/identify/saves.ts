import type { Effect, Save } from '../facts/index.js';
import type { CallSite } from '../link/term.js';
import { argumentAt } from './argument-at.js';
import { effectOf, matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext } from './context.js';
import { receiverOf } from './receiver-of.js';
import type { SessionOrigins } from './session-origins.js';

/** Calls that bring what was written to the store: `await session.save()`, `commitSession(session)`. */
export function findSaves(context: IdentifyContext, origins: SessionOrigins): readonly Save[] {
  return matchCalls(context, rowsOf(context.models, (model) => model.saves)).map(({ site, match: { row, model }, identity }) => {
    const session = row.session === undefined ? receiverOf(context.linked, site.call) : argumentAt(context.linked, site.call, row.session);
    return {
      fact: 'save',
      at: placeOfSite(site),
      identity,
      library: model.id,
      where: whereOf(site),
      memory: row.memory,
      sessions: session ? origins.all(session).map(({ place }) => place) : [],
      calls: callsOf(context, site),
      ...(row.returned ? { returned: row.returned } : {}),
      ...(row.returned && isDropped(site) ? { dropped: true } : {}),
    };
  });
}

function callsOf({ linked }: IdentifyContext, { within: { fn } }: CallSite): Save['calls'] {
  if (linked.passedTo(fn).length > 0) return [];
  return linked.callsOf(fn).map((site) => ({ file: site.within.file.file, where: whereOf(site) }));
}

/** `await commitSession(session);` as a statement of its own. */
function isDropped(site: CallSite): boolean {
  const effect: Effect | undefined = effectOf(site);
  if (!effect || effect.where.endsPath !== undefined) return false;
  const [start, end] = effect.where.statement;
  return effect.at[0] - start <= 'await '.length && end - effect.at[1] <= 1;
}
