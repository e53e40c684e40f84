import { describe, expect, it } from 'vitest';

import { cacheManager } from '../../src/models/cache-manager.js';
import { models } from '../../src/models/index.js';
import { keyv } from '../../src/models/keyv.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { lruCache } from '../../src/models/lru-cache.js';
import { memoryCache } from '../../src/models/memory-cache.js';
import { nodeCache } from '../../src/models/node-cache.js';
import { factsOf } from './facts-of.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { runCode } from './run-code.js';
import { storePackages } from './store-packages.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

interface Experiment {
  readonly code: string;
  readonly does: Outcome;
  /** Where the engine says something else. */
  readonly says?: Outcome;
}

interface Generation {
  readonly model: LibraryModel;
  readonly title: string;
  readonly prelude: string;
  /** As package.json declares it. */
  readonly declared: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Code that gives back the moment at which `session:1` ends, or what says that it never does. */
  readonly ends: string;
  readonly experiments: readonly Experiment[];
}

const generations: readonly Generation[] = [
  {
    model: nodeCache, title: 'node-cache 5', prelude: `import NodeCache from 'node-cache';`, declared: { 'node-cache': '^5.1.2' },
    variables: { NodeCache: storePackages['node-cache'] },
    ends: `return cache.getTtl('session:1')`,
    experiments: [
      { code: `const cache = new NodeCache(); cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = new NodeCache({ stdTTL: 0 }); cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = new NodeCache({ stdTTL: 60 }); cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = new NodeCache({ stdTTL: 60 }); cache.set('session:1', 1, 600)`, does: 600_000 },
      { code: `const cache = new NodeCache({ stdTTL: 60 }); cache.set('session:1', 1, 0)`, does: 'never' },
      { code: `const cache = new NodeCache(); cache.set('session:1', 1); cache.ttl('session:1', 60)`, does: 60_000 },
    ],
  },
  // The package is a cache, and has the class of others.
  ...(['const cache = new memory.Cache(); cache', 'const cache = memory; memory'] as const).map((cache): Generation => ({
    model: memoryCache, title: `memory-cache 0.2, ${cache}`, prelude: `import * as memory from 'memory-cache';`, declared: { 'memory-cache': '^0.2.0' },
    variables: { memory: storePackages['memory-cache'] },
    ends: `const kept = JSON.parse(cache.exportJson())['session:1']; cache.clear(); return kept.expire`,
    experiments: [
      { code: `${cache}.put('session:1', 1)`, does: 'never' },
      { code: `${cache}.put('session:1', 1, 60000)`, does: 60_000 },
      { code: `${cache}.put('session:1', 1, 0)`, does: 'throws', says: 'unknown' },
      { code: `${cache}.put('session:1', 1, null)`, does: 'throws', says: 'unknown' },
      // Its timer runs out at once.
      { code: `${cache}.put('session:1', 1, Infinity)`, does: 'never', says: 'unknown' },
    ],
  })),
  {
    model: keyv, title: 'keyv 5', prelude: `import Keyv from 'keyv';`, declared: { keyv: '^5.0.0' },
    variables: { Keyv: (storePackages.keyv as { readonly Keyv: unknown }).Keyv },
    ends: `return (await cache.get('session:1', { raw: true })).expires`,
    experiments: [
      { code: `const cache = new Keyv(); await cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = new Keyv({ ttl: 0 }); await cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = new Keyv({ ttl: 60000 }); await cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = new Keyv({ store: new Map(), ttl: 60000 }); await cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = new Keyv({ store: new Map() }); await cache.set('session:1', 1)`, does: 'never', says: 'unknown' },
      { code: `const cache = new Keyv({ namespace: 'a' }, { ttl: 60000 }); await cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = new Keyv({ namespace: 'a' }, { ttl: 0 }); await cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = new Keyv({ ttl: 60000 }); await cache.set('session:1', 1, 600000)`, does: 600_000 },
      { code: `const cache = new Keyv({ ttl: 60000 }); await cache.set('session:1', 1, 0)`, does: 'never' },
    ],
  },
  {
    model: lruCache, title: 'lru-cache 11', prelude: `import { LRUCache } from 'lru-cache';`, declared: { 'lru-cache': '^11.0.0' },
    variables: storePackages['lru-cache'] as Readonly<Record<string, unknown>>,
    ends: `const left = cache.getRemainingTTL('session:1'); return left === Infinity ? undefined : Date.now() + left`,
    experiments: [
      { code: `const cache = new LRUCache({ max: 10 }); cache.set('session:1', 1)`, does: 'never', says: 'unknown' },
      { code: `const cache = new LRUCache({ max: 10, ttl: 60000 }); cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = new LRUCache({ max: 10, ttl: 60000 }); cache.set('session:1', 1, { ttl: 600000 })`, does: 600_000 },
      { code: `const cache = new LRUCache({ max: 10, maxAge: 60000 }); cache.set('session:1', 1)`, does: 'never' },
    ],
  },
  {
    model: lruCache, title: 'lru-cache 6', prelude: `import LRU from 'lru-cache';`, declared: { 'lru-cache': '^6.0.0' },
    variables: { LRU: storePackages['lru-cache-6'] },
    ends: `const [{ e }] = cache.dump(); return e === 0 ? undefined : e`,
    experiments: [
      { code: `const cache = new LRU(); cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = new LRU({ max: 10 }); cache.set('session:1', 1)`, does: 'never', says: 'unknown' },
      { code: `const cache = new LRU(10); cache.set('session:1', 1)`, does: 'never', says: 'unknown' },
      { code: `const cache = new LRU({ max: 10, maxAge: 60000 }); cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = new LRU({ maxAge: 60000 }); cache.set('session:1', 1, 600000)`, does: 600_000 },
      { code: `const cache = new LRU(); cache.set('session:1', 1, 0)`, does: 'never' },
    ],
  },
  {
    model: cacheManager, title: 'cache-manager 7', prelude: `import { createCache } from 'cache-manager';`, declared: { 'cache-manager': '^7.0.0' },
    variables: { ...(storePackages['cache-manager'] as Readonly<Record<string, unknown>>), Keyv: (storePackages.keyv as { readonly Keyv: unknown }).Keyv },
    ends: `return cache.ttl('session:1')`,
    experiments: [
      { code: `const cache = createCache(); await cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = createCache({ ttl: 0 }); await cache.set('session:1', 1)`, does: 'never' },
      { code: `const cache = createCache({ ttl: 60000 }); await cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = createCache({ ttl: 60000 }); await cache.set('session:1', 1, 600000)`, does: 600_000 },
      { code: `const cache = createCache({ ttl: 60000 }); await cache.set('session:1', 1, 0)`, does: 'never' },
      { code: `const cache = createCache({ stores: [new Keyv({ ttl: 60000 })] }); await cache.set('session:1', 1)`, does: 60_000, says: 'unknown' },
      { code: `const cache = createCache({ stores: [new Keyv()], ttl: 60000 }); await cache.set('session:1', 1)`, does: 60_000 },
    ],
  },
  {
    model: cacheManager, title: 'cache-manager 4', prelude: `import { caching } from 'cache-manager';`, declared: { 'cache-manager': '^4.1.0' },
    variables: storePackages['cache-manager-4'] as Readonly<Record<string, unknown>>,
    ends: `const [[, { ttl }]] = await cache.store.dump(); return ttl ? Date.now() + ttl : undefined`,
    experiments: [
      { code: `const cache = caching({ store: 'memory', max: 10 }); await cache.set('session:1', 1)`, does: 'never', says: 'unknown' },
      { code: `const cache = caching({ store: 'memory', ttl: 60 }); await cache.set('session:1', 1)`, does: 60_000 },
      { code: `const cache = caching({ store: 'memory', ttl: 60 }); await cache.set('session:1', 1, { ttl: 600 })`, does: 600_000 },
      { code: `const cache = caching({ store: 'memory', ttl: 60 }); await cache.set('session:1', 1, 600)`, does: 600_000 },
    ],
  },
];

/** Version 5 is not installed: its lines were read, and only what the engine says of them is held here. */
const READ_ONLY = [
  { code: `const cache = await caching('memory', { ttl: 60000 }); await cache.set('session:1', 1)`, says: 60_000 },
  { code: `const cache = await caching('memory', { ttl: 60000 }); await cache.set('session:1', 1, 600000)`, says: 600_000 },
  { code: `const cache = await caching('memory', { max: 10 }); await cache.set('session:1', 1)`, says: 'unknown' },
];

function lifetimes({ prelude, declared }: Pick<Generation, 'prelude' | 'declared'>, code: string, using: readonly LibraryModel[]) {
  return factsOf(`${prelude}\nexport async function run() {\n${code}\n}\n`, using, declared).writes.map(({ lifetime }) => lifetime);
}

async function does({ variables, ends }: Generation, code: string): Promise<Outcome> {
  const moment = await runCode(`${code}; ${ends}`, variables).catch(() => 'throws');
  if (moment === 'throws') return moment;
  return typeof moment === 'number' && moment > 0 ? toOutcome(moment - Date.now()) : 'never';
}

describe.each(generations.map((one) => [one.title, one] as const))('%s', (_, generation) => {
  it.each(generation.experiments.map((one) => [one.code, one] as const))('%s', async (code, experiment) => {
    expect(await does(generation, code)).toBe(experiment.does);
    expect(lifetimes(generation, code, models).map(predicted)).toEqual([experiment.says ?? experiment.does]);
  });
});

const FIFTH = { prelude: `import { caching } from 'cache-manager';`, declared: { 'cache-manager': '^5.0.0' } };

describe('cache-manager 5, as read', () => {
  it.each(READ_ONLY)('$code', ({ code, says }) => {
    expect(lifetimes(FIFTH, code, models).map(predicted)).toEqual([says]);
  });
});

describe('what versions disagree on', () => {
  it('is not known where the version is not', () => {
    const code = `const cache = caching({ ttl: 60 }); await cache.set('session:1', 1, 60)`;
    expect(lifetimes({ prelude: `import { caching } from 'cache-manager';`, declared: {} }, code, models).map(predicted)).toEqual(['unknown']);
  });
});

describe.each([nodeCache, memoryCache, keyv, lruCache, cacheManager].map((model) => [model.id, model] as const))('%s', (id, model) => {
  const IN_7 = { prelude: `import LRU, { LRUCache } from 'lru-cache';`, declared: { 'lru-cache': '^7.0.0' } };
  const IN_8 = { ...IN_7, declared: { 'lru-cache': '^8.0.0' } };
  // Versions 7 and 8 to 9 export the same class under both names.
  const twins = [IN_7, IN_8].flatMap((with_) => ['LRU', 'LRUCache'].flatMap((name) => generations.filter(({ title }) => title === 'lru-cache 11').flatMap(({ experiments }) => experiments.map(({ code }) => ({ with_, code: code.replaceAll('LRUCache', name) })))));
  const all = [...generations.filter((one) => one.model === model).flatMap((one) => one.experiments.map(({ code }) => ({ with_: one, code }))), ...READ_ONLY.map(({ code }) => ({ with_: FIFTH, code })), ...twins];
  const said = (using: readonly LibraryModel[]): string => JSON.stringify(all.map(({ with_, code }) => lifetimes(with_, code, using)));
  const before = said(models);

  it.each(lifetimeRules(model))('needs the line %s', (_, place) => {
    expect(said(withoutRule(models, id, place))).not.toBe(before);
  });
});
