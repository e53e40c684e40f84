import { Redis } from '@upstash/redis';
import { Redis as Probe } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { models } from '../../src/models/index.js';
import { upstashRedis } from '../../src/models/upstash-redis.js';
import { demanded, does, isJudgedAnew, says, type RedisExperiment } from './redis-experiment.js';
import { startRedisServer, type RedisServer } from './redis-server.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import { Redis } from '@upstash/redis';\nconst client = Redis.fromEnv();`;
const MINUTE = { 1: 60_000 } as const;
const NEVER = { 1: 'never' } as const;

const experiments: readonly RedisExperiment<'1'>[] = [
  { code: `await client.set('session:1', 'v')`, does: NEVER },
  { code: `await client.set('session:1', 'v', { nx: true })`, does: NEVER },
  { code: `await client.set('session:1', 'v', { ex: 60 })`, does: MINUTE },
  { code: `await client.set('session:1', 'v', { px: 60000 })`, does: MINUTE },
  { code: `await client.set('session:1', 'v', { exat: Math.floor(Date.now() / 1000) + 60 })`, does: MINUTE },
  { code: `await client.set('session:1', 'v', { pxat: Date.now() + 60000 })`, does: MINUTE },
  // Shapes of other clients are taken without a word.
  { code: `await client.set('session:1', 'v', { EX: 60 })`, does: NEVER },
  { code: `await client.set('session:1', 'v', { PX: 60000 })`, does: NEVER },
  { code: `await client.set('session:1', 'v', { ttl: 60 })`, does: NEVER },
  { code: `await client.setex('session:1', 60, 'v')`, does: MINUTE },
  { code: `await client.psetex('session:1', 60000, 'v')`, does: MINUTE },
  { code: `await client.setnx('session:1', 'v')`, does: NEVER },
  { code: `await client.hset('session:1', { name: 'v' })`, does: NEVER },
  { code: `await client.set('session:1', 'v', { ex: 60 }); await client.set('session:1', 'w', { keepTtl: true })`, does: MINUTE, says: [60_000, 'unknown'] },
  { code: `await client.set('session:1', 'v', { ex: 60 }); await client.set('session:1', 'w')`, does: NEVER, says: [60_000, 'never'] },
  ...[`set('session:1', 'v')`, `setnx('session:1', 'v')`, `hset('session:1', { name: 'v' })`].flatMap((write): readonly RedisExperiment<'1'>[] => [
    { code: `await client.${write}; await client.expire('session:1', 60)`, does: MINUTE },
    { code: `await client.${write}; await client.pexpire('session:1', 60000)`, does: MINUTE, says: ['unknown'] },
    // Keys that are not known to be the same: the chain alone says that the expiry is the record's.
    { code: `await client.multi().${write.replace(`'session:1'`, `'session:'.concat('1')`)}.expire('session:'.concat('1'), 60).exec()`, does: MINUTE },
    { code: `await client.multi().${write.replace(`'session:1'`, `'session:'.concat('1')`)}.pexpire('session:'.concat('1'), 60000).exec()`, does: MINUTE, says: ['unknown'] },
  ]),
];

/** `in` asks for an object: a bare number throws. */
const THROWS = `await client.set('session:1', 'v', 60)`;

let server: RedisServer;
let probe: Probe;
let client: Redis;

/** Hands the commands that the client would send on to a real Redis. */
async function answer(_: unknown, init?: { readonly body?: unknown }): Promise<Response> {
  const sent = JSON.parse(String(init?.body)) as readonly unknown[];
  const run = async (command: readonly unknown[]): Promise<{ readonly result: unknown }> => ({ result: await probe.call(String(command[0]), ...command.slice(1).map(String)) });
  if (!Array.isArray(sent[0])) return Response.json(await run(sent));
  const results: unknown[] = [];
  for (const command of sent) results.push(await run(command as readonly unknown[]));
  return Response.json(results);
}

beforeAll(async () => {
  server = await startRedisServer();
  probe = new Probe(server.port);
});
beforeEach(() => {
  vi.stubGlobal('fetch', answer);
  // A call that throws leaves the queue of its client unusable.
  client = new Redis({ url: 'https://example.org', token: 'token', enableTelemetry: false });
});
afterEach(() => void vi.unstubAllGlobals());
afterAll(async () => {
  probe?.disconnect();
  await server?.stop();
});

describe('@upstash/redis', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, experiment) => {
    expect(await does(code, client, probe)).toBe(experiment.does[1]);
    expect(says(code, PRELUDE)).toEqual(demanded(experiment));
  });

  it('keeps nothing of a call that is handed a bare number', async () => {
    expect(await does(THROWS, client, probe)).toBe('throws');
  });

  it.each(lifetimeRules(upstashRedis))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'upstash-redis', place);
    expect([...experiments.map(({ code }) => code), THROWS].some((code) => isJudgedAnew(code, PRELUDE, reduced))).toBe(true);
  });

  it('gives the record an expiry by what a suggestion writes', async () => {
    expect(upstashRedis.writes?.[0]?.remedy).toEqual({ set: ['ex'], unit: 's', argument: 2 });
    expect(await does(`await client.set('session:1', 'v', { ex: 1800 })`, client, probe)).toBe(1_800_000);
  });
});
