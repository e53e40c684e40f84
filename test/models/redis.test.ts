import { once, type EventEmitter } from 'node:events';

import { Redis as Probe } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { redis } from '../../src/models/redis.js';
import { packages } from './packages.js';
import { demanded, does, isBorneOut, isJudgedAnew, says, type RedisExperiment } from './redis-experiment.js';
import { startRedisServer, type RedisServer } from './redis-server.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import { createClient } from 'redis';\nconst client = createClient();`;

/** As manifests declare versions 4 and 5. */
const DECLARED = ['^4.7.0', '^5.0.0'];

type Generation = '3' | '4' | '5';

const MINUTE = { 3: 60_000, 4: 60_000, 5: 60_000 } as const;
const OBJECT_MINUTE = { 3: 'throws', 4: 60_000, 5: 60_000 } as const;
const NEW_OBJECT_MINUTE = { 3: 'throws', 4: 'never', 5: 60_000 } as const;
const IGNORED = { 3: 'throws', 4: 'never', 5: 'never' } as const;
const POSITIONAL_MINUTE = { 3: 60_000, 4: 'never', 5: 'never' } as const;
const WITH_CAPITALS = { 4: 60_000, 5: 60_000 } as const;

const experiments: readonly RedisExperiment<Generation>[] = [
  { code: `await client.set('session:1', 'v')`, does: { 3: 'never', 4: 'never', 5: 'never' } },
  { code: `await client.set('session:1', 'v', { EX: 60 })`, does: OBJECT_MINUTE, says: [60_000] },
  { code: `await client.set('session:1', 'v', { EX: 60, NX: true })`, does: OBJECT_MINUTE, says: [60_000] },
  { code: `await client.set('session:1', 'v', { PX: 60000 })`, does: OBJECT_MINUTE, says: [60_000] },
  { code: `await client.set('session:1', 'v', { EXAT: Math.floor(Date.now() / 1000) + 60 })`, does: OBJECT_MINUTE, says: ['unknown'] },
  { code: `await client.set('session:1', 'v', { PXAT: Date.now() + 60000 })`, does: OBJECT_MINUTE, says: ['unknown'] },
  { code: `await client.set('session:1', 'v', { expiration: { type: 'EX', value: 60 } })`, does: NEW_OBJECT_MINUTE, says: ['unknown'] },
  { code: `await client.set('session:1', 'v', { expiration: { type: 'PX', value: 60000 } })`, does: NEW_OBJECT_MINUTE, says: ['unknown'] },
  { code: `await client.set('session:1', 'v', { expiration: { type: 'PXAT', value: Date.now() + 60000 } })`, does: NEW_OBJECT_MINUTE, says: ['unknown'] },
  // Shapes of other clients are taken without a word.
  { code: `await client.set('session:1', 'v', { ex: 60 })`, does: IGNORED, says: ['never'] },
  { code: `await client.set('session:1', 'v', { px: 60000 })`, does: IGNORED, says: ['never'] },
  { code: `await client.set('session:1', 'v', { ttl: 60 })`, does: IGNORED, says: ['never'] },
  { code: `await client.set('session:1', 'v', 60)`, does: IGNORED, says: ['never'] },
  { code: `await client.set('session:1', 'v', 60); await client.expire('session:1', 60)`, does: { 3: 'throws', 4: 60_000, 5: 60_000 }, says: [60_000] },
  { code: `await client.set('session:1', 'v', { ttl: 600 }); await client.expire('session:1', 60)`, does: { 3: 'throws', 4: 60_000, 5: 60_000 }, says: [60_000] },
  { code: `await client.set('session:1', 'v', { EX: 600 }); await client.expire('session:1', 60)`, does: { 3: 'throws', 4: 60_000, 5: 60_000 }, says: [60_000] },
  // Arguments are those of version 3. Versions 4 and 5 ignore them; the version is not known, so the record may expire.
  { code: `await client.set('session:1', 'v', 'EX', 60)`, does: POSITIONAL_MINUTE, says: [60_000] },
  { code: `await client.set('session:1', 'v', 'px', 60000)`, does: POSITIONAL_MINUTE, says: [60_000] },
  { code: `await client.set('session:1', 'v', 'EXAT', Math.floor(Date.now() / 1000) + 60)`, does: POSITIONAL_MINUTE, says: ['unknown'] },
  { code: `await client.setEx('session:1', 60, 'v')`, does: WITH_CAPITALS },
  { code: `await client.SETEX('session:1', 60, 'v')`, does: MINUTE },
  { code: `await client.setex('session:1', 60, 'v')`, does: { 3: 60_000 } },
  { code: `await client.pSetEx('session:1', 60000, 'v')`, does: WITH_CAPITALS },
  { code: `await client.psetex('session:1', 60000, 'v')`, does: { 3: 60_000 } },
  // Keys that are not known to be the same: the chain alone says that the expiry is the record's.
  { code: `await client.multi().set('session:'.concat('1'), 'v').expire('session:'.concat('1'), 60).exec()`, does: MINUTE },
  { code: `await client.multi().set('session:'.concat('1'), 'v').pExpire('session:'.concat('1'), 60000).exec()`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.expire('session:1', 60)`, does: MINUTE },
  { code: `await client.set('session:1', 'v'); await client.pExpire('session:1', 60000)`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.expireAt('session:1', Math.floor(Date.now() / 1000) + 60)`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.pExpireAt('session:1', Date.now() + 60000)`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.pexpire('session:1', 60000)`, does: { 3: 60_000 }, says: ['unknown'] },
  { code: `await client.setNX('session:1', 'v')`, does: { 4: 'never', 5: 'never' } },
  { code: `await client.setnx('session:1', 'v')`, does: { 3: 'never' } },
  { code: `await client.setNX('session:1', 'v'); await client.expire('session:1', 60)`, does: WITH_CAPITALS },
  { code: `await client.setNX('session:1', 'v'); await client.pExpire('session:1', 60000)`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.multi().setNX('session:'.concat('1'), 'v').expire('session:'.concat('1'), 60).exec()`, does: WITH_CAPITALS },
  { code: `await client.multi().setNX('session:'.concat('1'), 'v').pExpire('session:'.concat('1'), 60000).exec()`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.hSet('session:1', 'name', 'v')`, does: { 4: 'never', 5: 'never' } },
  { code: `await client.hSet('session:1', { name: 'v' })`, does: { 4: 'never', 5: 'never' } },
  { code: `await client.hset('session:1', 'name', 'v')`, does: { 3: 'never' } },
  { code: `await client.hmset('session:1', 'name', 'v')`, does: { 3: 'never' } },
  { code: `await client.hSet('session:1', 'name', 'v'); await client.expire('session:1', 60)`, does: WITH_CAPITALS },
  { code: `await client.hSet('session:1', 'name', 'v'); await client.pExpire('session:1', 60000)`, does: WITH_CAPITALS, says: ['unknown'] },
  { code: `await client.multi().hSet('session:'.concat('1'), 'name', 'v').expire('session:'.concat('1'), 60).exec()`, does: WITH_CAPITALS },
  { code: `await client.multi().hSet('session:'.concat('1'), 'name', 'v').pExpire('session:'.concat('1'), 60000).exec()`, does: WITH_CAPITALS, says: ['unknown'] },
  // A later plain SET takes the expiry away, and KEEPTTL keeps it.
  { code: `await client.set('session:1', 'v', { EX: 60 }); await client.set('session:1', 'w')`, does: { 4: 'never', 5: 'never' }, says: [60_000, 'never'] },
  { code: `await client.set('session:1', 'v', { EX: 60 }); await client.set('session:1', 'w', { KEEPTTL: true })`, does: WITH_CAPITALS, says: [60_000, 'unknown'] },
  { code: `await client.set('session:1', 'v', { EX: 60 }); await client.set('session:1', 'w', { expiration: 'KEEPTTL' })`, does: { 4: 'never', 5: 60_000 }, says: [60_000, 'unknown'] },
  { code: `await client.set('session:1', 'v', 'EX', 60); await client.set('session:1', 'w', 'KEEPTTL')`, does: POSITIONAL_MINUTE, says: [60_000, 'unknown'] },
];

interface Connection {
  readonly client: unknown;
  /** Waits for everything that was sent, and throws the first error. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

let server: RedisServer;
let probe: Probe;
const connections = new Map<Generation, Connection>();

beforeAll(async () => {
  server = await startRedisServer();
  probe = new Probe(server.port);
  connections.set('3', await connect3(server.url));
  connections.set('4', await connectNewer(packages['redis-4'], server.url));
  connections.set('5', await connectNewer(packages.redis, server.url));
});

afterAll(async () => {
  for (const { close } of connections.values()) await close();
  probe?.disconnect();
  await server?.stop();
});

describe('redis', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, experiment) => {
    const measured = new Map<string, unknown>();
    for (const generation of Object.keys(experiment.does) as Generation[]) {
      const connection = connections.get(generation);
      measured.set(generation, await does(code, connection?.client, probe, connection?.settle));
    }
    expect(Object.fromEntries(measured)).toEqual(experiment.does);
    expect(says(code, PRELUDE)).toEqual(demanded(experiment));
    expect(isBorneOut(demanded(experiment).at(-1), Object.values(experiment.does))).toBe(true);
  });

  it.each(lifetimeRules(redis))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'redis', place);
    expect(experiments.some(({ code }) => DECLARED.some((redis) => isJudgedAnew(code, PRELUDE, reduced, { redis })))).toBe(true);
  });

  it.each([
    [`{ expiration: { type: 'EX', value: 60 } }`, 'never', 60_000],
    [`{ expiration: { type: 'PX', value: 60000 } }`, 'never', 60_000],
    [`{ expiration: 'KEEPTTL' }`, 'never', 'unknown'],
    [`{ EX: 60 }`, 60_000, 60_000],
  ])('knows the option %s by the version that is declared', (options, of4, of5) => {
    const code = `await client.set('session:1', 'v', ${options})`;
    expect(DECLARED.map((redis) => says(code, PRELUDE, { redis }))).toEqual([[of4], [of5]]);
  });

  it.each(['4', '5'] as const)('gives the record an expiry by what a suggestion sets: version %s', async (generation) => {
    const row = redis.writes?.find(({ remedy }) => remedy);
    if (!row?.remedy || !('set' in row.remedy)) throw new Error('no remedy');
    expect(row.remedy).toMatchObject({ unit: 's', argument: 2 });
    const { client } = connections.get(generation) ?? {};
    expect(await does(`await client.set('session:1', 'v', { ${row.remedy.set.join('.')}: 1800 })`, client, probe)).toBe(1_800_000);
  });

  it.each(['4', '5'] as const)('removes a record by del, DEL, unlink and getDel: version %s', async (generation) => {
    for (const method of ['del', 'DEL', 'unlink', 'getDel']) {
      const outcome = await does(`await client.set('session:1', 'v'); await client.${method}('session:1')`, connections.get(generation)?.client, probe);
      expect(outcome, method).toBe('not kept');
    }
  });
});

/** Version 3 answers callbacks, and tells errors of calls without one by an event. */
async function connect3(url: string): Promise<Connection> {
  const made = packages['redis-3'] as { createClient: (url: string) => EventEmitter & { ping: (callback: () => void) => void; quit: (callback: () => void) => void } };
  const client = made.createClient(url);
  let failure: Error | undefined;
  client.on('error', (error: Error) => (failure ??= error));
  await once(client, 'ready');
  return {
    client,
    settle: async () => {
      await new Promise<void>((resolve) => client.ping(resolve));
      const error = failure;
      failure = undefined;
      if (error !== undefined) throw error;
    },
    close: () => new Promise((resolve) => client.quit(resolve)),
  };
}

async function connectNewer(exported: unknown, url: string): Promise<Connection> {
  const made = exported as { createClient: (options: { url: string }) => EventEmitter & { connect: () => Promise<unknown>; quit: () => Promise<unknown> } };
  const client = made.createClient({ url });
  client.on('error', () => {});
  await client.connect();
  return { client, settle: () => Promise.resolve(), close: async () => void (await client.quit()) };
}
