import type { Case, KeyShape, Lifetime, Place, Resolved, Write } from '../facts/index.js';
import type { CallSite, Term } from '../link/term.js';
import type { WriteRow } from '../models/library-model.js';
import { contextsOf, inContext } from './call-contexts.js';
import type { Contents } from './contents/contents.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall, ModelRow } from './context.js';
import { eachWrite } from './each-write.js';
import { pathOfKey, writtenKey } from './entry-key.js';
import { isFeasible } from './feasible.js';
import { isSessionKeyed } from './is-session-keyed.js';
import { resolveKey } from './key-shape.js';
import { keyUseOf, limitedOnRead, renewedElsewhere, type KeyUse } from './key-use.js';
import { resolveLifetime } from './lifetimes.js';
import { protectionOf } from './protection-of.js';
import { read } from './readers/read.js';
import { remedyOf } from './remedy-of.js';
import type { SessionOrigins } from './session-origins.js';
import type { SessionRoots } from './session-roots.js';
import { setUpsOf } from './set-ups.js';
import { storedValue } from './stored-value.js';
import { whatAllSay } from './what-all-say.js';
import { writtenValue } from './written-value.js';

/**
 * Entries put into stores by calls: `localStorage.setItem(…)`, `redis.set(…)`. A call inside a wrapper function is
 * looked at once for each of the wrapper's known call sites, and stays one fact at the place of the call.
 */
export function findStorageWrites(context: IdentifyContext, roots: SessionRoots, origins: SessionOrigins, contents: Contents): readonly Write[] {
  const written = matchCalls(context, rowsOf(context.models, (model) => model.writes));
  const use = keyUseOf(context, roots, new Set(written.map(({ site }) => site.within.fn)));
  return written.flatMap((matched) => {
    const each = matched.match.row.each;
    if (each) return eachWrite(context, matched, each, origins, contents);
    const look = (match: ModelRow<WriteRow>): Write => toWrite(context, matched, match, use, origins, contents);
    return [whatAllSay(look(matched.match), matched.others.map(look), matched.complete)];
  });
}

function toWrite(context: IdentifyContext, { site, identity }: MatchedCall<WriteRow>, { row, model }: ModelRow<WriteRow>, use: KeyUse, origins: SessionOrigins, contents: Contents): Write {
  const seen = contextsOf(context, site).filter((env) => isFeasible(context.linked, site, env));
  const calls = (seen.length > 0 ? seen : [undefined]).map((env) => inContext(context, site, env));
  const views = calls.map((call) => look(context, call, site, { row, model }, use));
  const remedy = remedyOf(context, site, row);
  const keyed = views.map((view) => isSessionKeyed(row, view.key, use.read) || use.kept.has(site, row));
  const relevant = views.filter((_, index) => keyed[index]);
  const chosen = relevant.length > 0 ? relevant : views;
  const key: Resolved<KeyShape> = { cases: chosen.flatMap((view) => view.key.cases) };
  const [first, ...others] = distinctContents(chosen.map((view) => ({ path: [...(row.key === undefined ? [] : pathOfKey(view.key)), ...fieldOf(context, view.call, row)], ...storedValue(context, contents, writtenValue(context, view.call, row), placeOfSite(site)) })));
  return {
    fact: 'write',
    at: placeOfSite(site),
    identity,
    library: model.id,
    where: whereOf(site),
    memory: row.memory,
    path: first?.path ?? (row.key === undefined ? [] : pathOfKey(key)),
    key,
    ...(first ? { value: first.value, copies: first.copies } : storedValue(context, contents, writtenValue(context, site.call, row), placeOfSite(site))),
    ...(others.length > 0 ? { others } : {}),
    ...(row.lifetime ? { lifetime: limitedOnRead(model.id, { cases: chosen.flatMap((view) => view.lifetime.cases) }, use.limited) } : {}),
    ...(remedy ? { remedy } : {}),
    sessionKeyed: keyed.some(Boolean),
    ...protectionOf(context, site, row, origins),
    via: distinct(seen.filter((_, index) => relevant.length === 0 || keyed[index]).map((env) => placeOfSite(env.call))),
  };
}

/** Call sites, each once: nested wrappers reach the same one in several contexts. */
function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.file} ${place.range[0]}`, place])).values()].slice(0, 10);
}

interface Look {
  readonly call: Term;
  readonly key: Resolved<KeyShape>;
  readonly lifetime: Resolved<Lifetime>;
}

function look(context: IdentifyContext, call: Term, site: CallSite, { row, model }: ModelRow<WriteRow>, use: KeyUse): Look {
  const from = { linked: context.linked, base: call, site, setUps: () => setUpsOf(context, model) };
  const keys = row.key === undefined ? [] : read(from, row.key);
  const key: Case<KeyShape>[] = keys.flatMap((found) => (found.status === 'known' ? resolveKey(context.linked, found.term).cases : [found]));
  const raw = row.key !== undefined && key.every((found) => found.status !== 'known') ? writtenKey(context, call, row.key) : undefined;
  const shown = raw ?? { cases: key };
  return { call, key: shown, lifetime: renewedElsewhere(resolveLifetime(from, row.lifetime ?? [], 'record'), shown, row.field === undefined ? use.renewedAlone : use.renewed) };
}

/** Callers that write the same count once. */
function distinctContents(contents: NonNullable<Write['others']>): NonNullable<Write['others']> {
  return [...new Map(contents.map((one) => [JSON.stringify(one), one])).values()];
}

/** The field of a hash: `hset(key, 'email', value)`. */
function fieldOf({ linked }: IdentifyContext, call: Term, row: WriteRow): readonly string[] {
  const [found] = row.field === undefined ? [] : read({ linked, base: call }, row.field);
  return found?.status === 'known' && found.term.value.k === 'literal' ? [String(found.term.value.value)] : [];
}
