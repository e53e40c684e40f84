import type { FunctionSummary, KeyShape, Lifetime, Resolved } from '../facts/index.js';
import type { Read, Row } from '../models/library-model.js';
import { contextsOf, inContext } from './call-contexts.js';
import { matchCalls, rowsOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { writtenKey } from './entry-key.js';
import { KeptKeys } from './kept-keys.js';
import { keyFamily } from './key-shape.js';
import { read } from './readers/read.js';
import type { SessionRoots } from './session-roots.js';

/** What else the linked files do with keys. */
export interface KeyUse {
  readonly kept: KeptKeys;
  /** Families of keys that are read or deleted. */
  readonly read: ReadonlySet<string>;
  /** Families of keys that get an expiry in a call of its own. */
  readonly renewed: ReadonlySet<string>;
  /** Those that get it where nothing is written: beside a write it is for that write, and a plain `set` elsewhere takes it away. */
  readonly renewedAlone: ReadonlySet<string>;
  /** Models whose reading calls take nothing that is older than a limit of their own. */
  readonly limited: ReadonlySet<string>;
}

type KeyedCall = MatchedCall<Row & { readonly key?: Read }>;

/** @param writers functions in which something is written */
export function keyUseOf(context: IdentifyContext, roots: SessionRoots, writers: ReadonlySet<FunctionSummary>): KeyUse {
  const reads: readonly KeyedCall[] = matchCalls(context, rowsOf(context.models, (model) => model.reads));
  const clears: readonly KeyedCall[] = matchCalls(context, rowsOf(context.models, (model) => model.clears));
  const renewals: readonly KeyedCall[] = matchCalls(context, rowsOf(context.models, (model) => model.renewals));
  const alone = renewals.filter(({ site }) => !writers.has(site.within.fn));
  return { kept: new KeptKeys(context, roots), read: keyFamilies(context, [...reads, ...clears]), renewed: keyFamilies(context, renewals), renewedAlone: keyFamilies(context, alone), limited: limitsOf(context) };
}

/** `jwtVerify(token, key, { maxTokenAge: '1h' })` */
function limitsOf(context: IdentifyContext): ReadonlySet<string> {
  const calls = matchCalls(context, rowsOf(context.models, (model) => model.limits));
  return new Set(calls.flatMap(({ site, match: { model, row } }) => (read({ linked: context.linked, base: site.call, site }, row.read).some((found) => found.status !== 'absent') ? [model.id] : [])));
}

/** Families of the keys that calls are given. */
function keyFamilies(context: IdentifyContext, calls: readonly KeyedCall[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const { site, match } of calls) {
    if (match.row.key === undefined) continue;
    const envs = contextsOf(context, site);
    for (const env of [undefined, ...envs]) {
      for (const found of writtenKey(context, inContext(context, site, env), match.row.key)?.cases ?? []) if (found.status === 'known') families.add(keyFamily(found.value));
    }
  }
  return families;
}

/** `hset(key, …)` here and `expire(key, 60)` in another function: when the entry ends is not known. */
export function renewedElsewhere(lifetime: Resolved<Lifetime>, key: Resolved<KeyShape>, renewed: ReadonlySet<string>): Resolved<Lifetime> {
  const isRenewed = key.cases.some((found) => found.status === 'known' && found.value.quasis.some((text) => text !== '') && renewed.has(keyFamily(found.value)));
  if (!isRenewed) return lifetime;
  return withoutDefaultNever(lifetime);
}

/** What has no end of its own may be too old for whoever reads it. */
export function limitedOnRead(library: string, lifetime: Resolved<Lifetime>, limited: ReadonlySet<string>): Resolved<Lifetime> {
  return limited.has(library) ? withoutDefaultNever(lifetime) : lifetime;
}

function withoutDefaultNever(lifetime: Resolved<Lifetime>): Resolved<Lifetime> {
  return { cases: lifetime.cases.map((one) => (one.status === 'known' && one.value.ends === 'never' && one.value.because === 'default' ? { status: 'unknown', why: 'dynamic' } : one)) };
}
