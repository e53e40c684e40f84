import type { TermCase } from '../link/property.js';
import type { CallSite, Term } from '../link/term.js';
import type { ConfigRow } from '../models/library-model.js';
import { argumentAt } from './argument-at.js';
import { matchCalls, rowsOf } from './context.js';
import type { IdentifyContext } from './context.js';
import { read } from './readers/read.js';
import { receiverOf } from './receiver-of.js';

/** How a page looks is no secret, and may be remembered for long. */
const PREFERENCE = /(?:^|[^a-z])(?:theme|locale|lang|language|i18n|colou?r-?(?:scheme|mode)|dark-?mode|currency|timezone)$/i;

/**
 * What a storage is used for may say more of a session's end than how it is set up: `commitSession(session, { expires })`
 * ends each session by itself, and one that only carries messages which are shown once, or how a page looks, need not end.
 */
export function isEndedByUse(context: IdentifyContext, site: CallSite, row: ConfigRow): boolean {
  if (!row.endedBy) return false;
  return isEndedByCalls(context, site.call, row.endedBy) || holdsTrifles(context, site.call);
}

/** An end that is not known in one call, or one that is given in every call. */
function isEndedByCalls(context: IdentifyContext, storage: Term, { method, reads }: NonNullable<ConfigRow['endedBy']>): boolean {
  const calls = context.linked.callSites.filter((site) => methodOf(context, site.call, storage).some((name) => method.includes(name)));
  const ends = calls.map((site) => reads.map((one) => read({ linked: context.linked, base: site.call, site }, one)));
  if (ends.some((ofCall) => ofCall.flat().some(isOpen))) return true;
  return ends.length > 0 && ends.every((ofCall) => ofCall.some((cases) => cases.every((found) => found.status === 'known')));
}

/** `session.expirationDate` is known by its name alone. */
function isOpen(found: TermCase): boolean {
  return found.status === 'unknown' || (found.status === 'known' && ['member', 'call', 'param', 'import', 'new'].includes(found.term.value.k));
}

function holdsTrifles(context: IdentifyContext, storage: Term): boolean {
  const { linked } = context;
  const written = matchCalls(context, rowsOf(context.models, (model) => model.writes)).filter(({ site }) => {
    const session = receiverOf(linked, site.call);
    return session !== undefined && linked.views(session).some((view) => methodOf(context, view, storage).length > 0);
  });
  return written.length > 0 && written.every(({ site, match: { row } }) => row.once === true || isPreference(argumentAt(linked, site.call, row.key)));
}

function isPreference(key: Term | undefined): boolean {
  return key?.value.k === 'literal' && typeof key.value.value === 'string' && PREFERENCE.test(key.value.value);
}

/** The method of `storage` that a call is one of: `storage.getSession(…)`, and `getSession(…)` of `const { getSession } = storage`. */
function methodOf({ linked }: IdentifyContext, call: Term, storage: Term): readonly string[] {
  if (call.value.k !== 'call') return [];
  return linked.views(linked.beside(call, call.value.callee)).flatMap((view) => {
    if (view.value.k !== 'member' || typeof view.value.key !== 'string') return [];
    const isOfStorage = linked.views(linked.beside(view, view.value.of)).some((owner) => owner.file === storage.file && owner.id === storage.id);
    return isOfStorage ? [view.value.key] : [];
  });
}
