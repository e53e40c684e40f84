import type { KeyShape, Resolved, Write } from '../facts/index.js';
import type { EachRead, WriteRow } from '../models/library-model.js';
import { placeOfSite, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { pathOfKey } from './entry-key.js';
import { isSessionKeyed } from './is-session-keyed.js';
import { resolveKey } from './key-shape.js';
import { resolveLifetime } from './lifetimes.js';
import { protectionOf } from './protection-of.js';
import { entriesOf } from './readers/entries.js';
import type { Contents } from './contents/contents.js';
import type { SessionOrigins } from './session-origins.js';
import { storedValue } from './stored-value.js';

const NO_FAMILIES: ReadonlySet<string> = new Set();

/** `storage.local.set({ token, theme })` is one write for each key. Their lifetimes and keys are those of the call. */
export function eachWrite(context: IdentifyContext, { site, match: { model, row }, identity }: MatchedCall<WriteRow>, each: EachRead, origins: SessionOrigins, contents: Contents): readonly Write[] {
  const from = { linked: context.linked, base: site.call, site };
  const lifetime = row.lifetime && resolveLifetime(from, row.lifetime, 'record');
  return entriesOf(from, each).map((entry): Write => {
    const key: Resolved<KeyShape> = typeof entry.key === 'string'
      ? { cases: [{ status: 'known', value: { quasis: [entry.key], parts: [] }, at: placeOfSite(site) }] }
      : { cases: entry.key.flatMap((found) => (found.status === 'known' ? resolveKey(context.linked, found.term).cases : [found])) };
    return {
      fact: 'write', at: placeOfSite(site), identity, library: model.id, where: whereOf(site), memory: row.memory,
      path: pathOfKey(key),
      key,
      ...storedValue(context, contents, entry.value ?? site.call, placeOfSite(site)),
      ...(lifetime ? { lifetime } : {}),
      sessionKeyed: isSessionKeyed(row, key, NO_FAMILIES),
      ...protectionOf(context, site, row, origins),
      via: [],
    };
  });
}
