import { describe, expect, it } from 'vitest';

import { noProcessMemoryStore as rule } from '../../rules/no-process-memory-store.js';
import type { DurableStore, Facts, SessionConfig } from '../../src/facts/index.js';
import { facts, known, place, sessionConfig } from './hand-made-facts.js';

const check = (config: Partial<SessionConfig>, over: Partial<Facts> = {}): ReturnType<typeof rule.check> => rule.check(facts({ sessionConfigs: [sessionConfig(config)], ...over }), rule.defaultOptions);

const durable: readonly DurableStore[] = [
  { package: 'connect-redis', store: 'RedisStore', drivers: ['redis'], ends: 'after a day' },
  { package: 'connect-mongo', store: 'MongoStore', drivers: ['mongodb'], ends: 'after 14 days' },
];
const having = (...names: readonly string[]): Partial<Facts> => ({ dependenciesOf: () => new Map(names.map((name) => [name, '1'])) });

describe('no-process-memory-store', () => {
  it('reports a session of which all that is known is that it stays in the process', () => {
    expect(check({})).toMatchObject([{ messageId: 'inMemory', subject: 'express-session.store' }]);
  });

  it.each([
    ['elsewhere', known('connect-redis')],
    ['elsewhere in one case', known('process-memory', 'connect-redis')],
    ['unknown in one case', { cases: [...known('process-memory').cases, { status: 'unknown', why: 'dynamic' } as const] }],
    ['not known at all', { cases: [] }],
  ])('is silent about a store that is %s', (_, store) => {
    expect(check({ store })).toEqual([]);
  });

  it('is silent where memory is right', () => {
    expect([check({ environmentGuard: true }), check({ excuse: 'browser' }), check({ excuse: 'cache' }), check({ excuse: 'durable-workflow' }), check({ at: place(1, 'test/app.ts') })].flat()).toEqual([]);
  });

  it('names the store that is there, else one for the database that is there, else the usual one', () => {
    const said = (...names: readonly string[]): unknown => check({ durable }, having(...names)).map(({ messageId, data }) => [messageId, data?.['store'], data?.['driver']]);
    expect([said('connect-mongo', 'redis'), said('mongodb'), said('left-pad')]).toEqual([[['useInstalled', 'MongoStore', '']], [['useDriver', 'MongoStore', 'mongodb']], [['useUsual', 'RedisStore', '']]]);
    expect(check({ durable }).map(({ messageId }) => messageId)).toEqual(['useUsual']);
  });

  it('offers an option only where one option is all that it takes', () => {
    expect(check({ durable })[0]?.suggestions).toEqual([]);
    expect(check({ durableOption: { object: place(3), path: ['url'], code: `'file:a.db'` } })[0]?.suggestions).toMatchObject([{ messageId: 'setOption', edits: [{ edit: 'set-property', object: place(3), path: ['url'] }] }]);
  });
});
