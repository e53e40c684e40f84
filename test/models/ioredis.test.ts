import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { ioredis } from '../../src/models/ioredis.js';
import { demanded, does, isBorneOut, isJudgedAnew, says, type RedisExperiment } from './redis-experiment.js';
import { startRedisServer, type RedisServer } from './redis-server.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import Redis from 'ioredis';\nconst client = new Redis();`;

/** `5` is the generation that is installed. */
const experiments: readonly RedisExperiment<'5'>[] = [
  { code: `await client.set('session:1', 'v')`, does: { 5: 'never' } },
  { code: `await client.set('session:1', 'v', 'EX', 60)`, does: { 5: 60_000 } },
  { code: `await client.set('session:1', 'v', 'ex', 60)`, does: { 5: 60_000 } },
  { code: `await client.set('session:1', 'v', 'EX', '60', 'NX')`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.set('session:1', 'v', 'NX', 'EX', 60)`, does: { 5: 60_000 } },
  { code: `await client.set('session:1', 'v', 'PX', 60000)`, does: { 5: 60_000 } },
  { code: `await client.set('session:1', 'v', 'px', 60000)`, does: { 5: 60_000 } },
  { code: `await client.set('session:1', 'v', 'EXAT', Math.floor(Date.now() / 1000) + 60)`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.set('session:1', 'v', 'PXAT', Date.now() + 60000)`, does: { 5: 60_000 }, says: ['unknown'] },
  // An object becomes the text "[object Object]", and Redis refuses it.
  { code: `await client.set('session:1', 'v', { EX: 60 })`, does: { 5: 'throws' }, says: ['never'] },
  { code: `await client.set('session:1', 'v', { ex: 60 })`, does: { 5: 'throws' }, says: ['never'] },
  { code: `await client.setex('session:1', 60, 'v')`, does: { 5: 60_000 } },
  { code: `await client.psetex('session:1', 60000, 'v')`, does: { 5: 60_000 } },
  { code: `await client.pipeline().set('session:1', 'v').expire('session:1', 60).exec()`, does: { 5: 60_000 } },
  // Keys that are not known to be the same: the chain alone says that the expiry is the record's.
  { code: `await client.multi().set('session:'.concat('1'), 'v').expire('session:'.concat('1'), 60).exec()`, does: { 5: 60_000 } },
  { code: `await client.multi().set('session:'.concat('1'), 'v').pexpire('session:'.concat('1'), 60000).exec()`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.expire('session:1', 60)`, does: { 5: 60_000 } },
  { code: `await client.set('session:1', 'v'); await client.pexpire('session:1', 60000)`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.expireat('session:1', Math.floor(Date.now() / 1000) + 60)`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.pexpireat('session:1', Date.now() + 60000)`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.set('session:1', 'v'); await client.expire('session:2', 60)`, does: { 5: 'never' } },
  { code: `await client.setnx('session:1', 'v')`, does: { 5: 'never' } },
  { code: `await client.setnx('session:1', 'v'); await client.expire('session:1', 60)`, does: { 5: 60_000 } },
  { code: `await client.setnx('session:1', 'v'); await client.pexpire('session:1', 60000)`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.multi().setnx('session:'.concat('1'), 'v').expire('session:'.concat('1'), 60).exec()`, does: { 5: 60_000 } },
  { code: `await client.multi().setnx('session:'.concat('1'), 'v').pexpire('session:'.concat('1'), 60000).exec()`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.hset('session:1', 'name', 'v')`, does: { 5: 'never' } },
  { code: `await client.hset('session:1', { name: 'v' })`, does: { 5: 'never' } },
  { code: `await client.hmset('session:1', { name: 'v' })`, does: { 5: 'never' } },
  { code: `await client.hset('session:1', 'name', 'v'); await client.expire('session:1', 60)`, does: { 5: 60_000 } },
  { code: `await client.hset('session:1', 'name', 'v'); await client.pexpire('session:1', 60000)`, does: { 5: 60_000 }, says: ['unknown'] },
  { code: `await client.multi().hset('session:'.concat('1'), 'name', 'v').expire('session:'.concat('1'), 60).exec()`, does: { 5: 60_000 } },
  { code: `await client.multi().hset('session:'.concat('1'), 'name', 'v').pexpire('session:'.concat('1'), 60000).exec()`, does: { 5: 60_000 }, says: ['unknown'] },
  // HSET leaves the expiry of a record that is there.
  { code: `await client.hset('session:1', 'name', 'v'); await client.expire('session:1', 60); await client.hset('session:1', 'step', '2')`, does: { 5: 60_000 }, says: [60_000, 60_000] },
  // A later plain SET takes it away, and KEEPTTL keeps it.
  { code: `await client.set('session:1', 'v', 'EX', 60); await client.set('session:1', 'w')`, does: { 5: 'never' }, says: [60_000, 'never'] },
  { code: `await client.set('session:1', 'v', 'EX', 60); await client.set('session:1', 'w', 'KEEPTTL')`, does: { 5: 60_000 }, says: [60_000, 'unknown'] },
];

let server: RedisServer;
let client: Redis;

beforeAll(async () => {
  server = await startRedisServer();
  client = new Redis(server.port);
});

afterAll(async () => {
  client?.disconnect();
  await server?.stop();
});

describe('ioredis', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, experiment) => {
    expect(await does(code, client, client)).toBe(experiment.does[5]);
    expect(says(code, PRELUDE)).toEqual(demanded(experiment));
    expect(isBorneOut(demanded(experiment).at(-1), Object.values(experiment.does))).toBe(true);
  });

  it.each(lifetimeRules(ioredis))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'ioredis', place);
    expect(experiments.some(({ code }) => isJudgedAnew(code, PRELUDE, reduced))).toBe(true);
  });

  it('gives the record an expiry by what a suggestion appends', async () => {
    const row = ioredis.writes?.find(({ remedy }) => remedy);
    if (!row?.remedy || !('append' in row.remedy)) throw new Error('no remedy');
    expect(row.remedy).toMatchObject({ unit: 's', argument: 2 });
    expect(await does(`await client.set('session:1', 'v', '${row.remedy.append}', 1800)`, client, client)).toBe(1_800_000);
  });

  it('removes a record by del, unlink and getdel, and one field of it by hdel', async () => {
    for (const method of ['del', 'unlink', 'getdel']) {
      const outcome = await does(`await client.set('session:1', 'v'); await client.${method}('session:1')`, client, client);
      expect(outcome, method).toBe('not kept');
    }
    await client.hset('session:1', { name: 'v', step: '2' });
    await client.hdel('session:1', 'name');
    expect(await client.exists('session:1')).toBe(1);
  });
});
