import { once, type EventEmitter } from 'node:events';

import { Redis as Probe } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectRedis } from '../../src/models/connect-redis.js';
import { models } from '../../src/models/index.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { packages } from './packages.js';
import { startRedisServer, type RedisServer } from './redis-server.js';
import { configOf, isConfigJudgedAnew, makeSession, visit } from './session-experiment.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

type Generation = '6' | '7' | '9';

/** How a generation is imported, and the row of the model's stores that is about it. */
const PRELUDES: Readonly<Record<Generation, string>> = {
  6: `const session = require('express-session'); const RedisStore = require('connect-redis')(session);`,
  7: `import session from 'express-session'; import RedisStore from 'connect-redis';`,
  9: `import session from 'express-session'; import { RedisStore } from 'connect-redis';`,
};
const ROWS: Readonly<Record<Generation, string>> = { 6: 'Return.New', 7: 'New', 9: 'Member[RedisStore].New' };

const GENERATIONS = Object.keys(PRELUDES) as Generation[];
const DAY = 86_400_000;

interface Experiment {
  /** Options of the store beside `client`, then of the session. */
  readonly store: string;
  readonly session?: string;
  readonly does: Outcome | Readonly<Record<Generation, Outcome>>;
  /** Where the engine says something else. */
  readonly says?: Outcome;
}

const experiments: readonly Experiment[] = [
  { store: '', does: DAY },
  { store: 'ttl: 600', does: 600_000 },
  { store: 'ttl: 0', does: DAY },
  { store: 'disableTTL: true', does: 'never' },
  { store: 'disableTTL: false', does: DAY },
  { store: 'disableTTL: true', session: 'cookie: { maxAge: 60000 }', does: 'never' },
  { store: '', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
  { store: '', session: 'cookie: { maxAge: null }', does: DAY },
  // The cookie has the word over a number.
  { store: 'ttl: 600', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
  // Redis refuses the amount, and no session is stored. It is reported as what was meant.
  { store: 'ttl: Infinity', does: 'not kept', says: 'never' },
  { store: 'ttl: () => 600', does: { 6: 'not kept', 7: 600_000, 9: 600_000 }, says: 'unknown' },
  { store: 'ttl: 10 * 60', does: 600_000 },
  { store: 'ttl: Infinity', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
  // A function has the word over the cookie; before 7 Redis refuses the function.
  { store: 'ttl: () => 600', session: 'cookie: { maxAge: 60000 }', does: { 6: 60_000, 7: 600_000, 9: 600_000 }, says: 'unknown' },
];

const expressionOf = ({ store, session = '' }: Experiment): string =>
  `session({ secret: 'x', resave: false, saveUninitialized: false, store: new RedisStore({ client, ${store} }), ${session} })`;
const doesOf = (experiment: Experiment, generation: Generation): Outcome => (typeof experiment.does === 'object' ? experiment.does[generation] : experiment.does);

let server: RedisServer;
let probe: Probe;
const variables = new Map<Generation, { readonly RedisStore: unknown; readonly client: unknown; readonly close: () => unknown }>();

beforeAll(async () => {
  server = await startRedisServer();
  probe = new Probe(server.port);
  const clients = { 6: await connect3(server.url), 7: await connect4(packages['redis-4'], server.url), 9: await connect4(packages.redis, server.url) };
  for (const generation of GENERATIONS) variables.set(generation, { RedisStore: redisStoreOf(generation), ...clients[generation] });
});

afterAll(async () => {
  for (const { close } of variables.values()) await close();
  probe?.disconnect();
  await server?.stop();
});

describe.each(GENERATIONS)('connect-redis %s', (generation) => {
  it.each(experiments.map((one) => [`${one.store || 'no option'}; ${one.session ?? 'no cookie'}`, one] as const))('%s', async (_, experiment) => {
    expect(await recordLife(generation, expressionOf(experiment))).toBe(doesOf(experiment, generation));
    expect(predicted(configOf(expressionOf(experiment), PRELUDES[generation]).record)).toBe(experiment.says ?? experiment.does);
  });

  it('is known as a store of this library', () => {
    expect(configOf(expressionOf({ store: '', does: DAY }), PRELUDES[generation]).store.cases).toMatchObject([{ value: 'connect-redis' }]);
  });

  const lines = lifetimeRules(connectRedis).filter(([, { kind, row }]) => kind === 'stores' && connectRedis.stores?.[row]?.path === ROWS[generation]);
  it.each(lines)('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'connect-redis', place);
    expect(experiments.some((one) => isConfigJudgedAnew(expressionOf(one), PRELUDES[generation], reduced))).toBe(true);
  });
});

describe('connect-redis', () => {
  it('was a factory before 7, then the default export, and is a named one since 8', () => {
    expect(packages['connect-redis-6']).toBeTypeOf('function');
    expect(Object.keys(packages['connect-redis-7'] as object)).toEqual(['default']);
    expect(Object.keys(packages['connect-redis'] as object)).toEqual(['RedisStore']);
    for (const later of ['connect-redis-7', 'connect-redis'] as const) expect(packages[later]).not.toBeTypeOf('function');
  });

  it('has a generation for every row', () => {
    expect(connectRedis.stores?.map(({ path }) => path).sort()).toEqual(Object.values(ROWS).sort());
  });
});

function redisStoreOf(generation: Generation): unknown {
  if (generation === '6') return (packages['connect-redis-6'] as (session: unknown) => unknown)(packages['express-session']);
  if (generation === '7') return (packages['connect-redis-7'] as { default: unknown }).default;
  return (packages['connect-redis'] as { RedisStore: unknown }).RedisStore;
}

async function recordLife(generation: Generation, expression: string): Promise<Outcome> {
  await probe.flushall();
  const { RedisStore, client } = variables.get(generation) ?? {};
  await visit(await makeSession(expression, { RedisStore, client }));
  const [key] = await probe.keys('sess:*');
  if (key === undefined) return 'not kept';
  const remaining = await probe.pttl(key);
  return remaining === -1 ? 'never' : toOutcome(remaining);
}

async function connect3(url: string): Promise<{ client: unknown; close: () => unknown }> {
  const made = packages['redis-3'] as { createClient: (url: string) => EventEmitter & { quit: () => void } };
  const client = made.createClient(url);
  client.on('error', () => {});
  await once(client, 'ready');
  return { client, close: () => client.quit() };
}

async function connect4(exported: unknown, url: string): Promise<{ client: unknown; close: () => unknown }> {
  const made = exported as { createClient: (options: { url: string }) => EventEmitter & { connect: () => Promise<unknown>; quit: () => Promise<unknown> } };
  const client = made.createClient({ url });
  client.on('error', () => {});
  await client.connect();
  return { client, close: () => client.quit() };
}
