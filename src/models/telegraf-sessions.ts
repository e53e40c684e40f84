import type { ConfigRow, LifetimeRule, StoreRow } from './library-model.js';
import { NEVER_ENDS } from './never-ends.js';

/** Telegraf 3 read seconds here; 4 does not look at it. */
const ENDS_IN_3: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 0 }], then: { never: 'option', option: 'ttl' } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'present' }], then: { read: 'Member[ttl]', unit: 's', option: 'ttl' } },
  ...NEVER_ENDS,
];
const ENDS_IN_4: readonly LifetimeRule[] = [{ clock: 'record', when: [{ read: 'Member[ttl]', is: 'present' }], then: { never: 'ignored-option', option: 'ttl' } }, ...NEVER_ENDS];

const SESSION: Pick<ConfigRow, 'memory' | 'options' | 'store' | 'durable'> = {
  memory: 'server-session',
  options: 'Argument[0]',
  store: { read: 'Member[store]', whenAbsent: 'process-memory' },
  durable: [
    { package: '@telegraf/session', store: 'Redis', drivers: ['redis', 'ioredis'], ends: 'it has no expiry of its own, so delete what is over' },
    { package: '@telegraf/session', store: 'Postgres', drivers: ['pg'], ends: 'it has no expiry of its own, so delete what is over' },
    { package: '@telegraf/session', store: 'Mongo', drivers: ['mongodb', 'mongoose'], ends: 'it has no expiry of its own, so delete what is over' },
    { package: '@telegraf/session', store: 'SQLite', drivers: ['better-sqlite3'], ends: 'it has no expiry of its own, so delete what is over' },
    { package: 'telegraf-session-redis', store: 'RedisSession', drivers: [], ends: 'give it a `ttl` in seconds' },
    { package: 'telegraf-session-mongodb', store: 'session', drivers: [], ends: 'it has no expiry of its own, so delete what is over' },
    { package: 'telegraf-session-local', store: 'LocalSession', drivers: [], ends: 'it has no expiry of its own, so delete what is over' },
  ],
};

/** What Telegraf keeps of a chat between two updates. */
export const telegrafSessions: { readonly configs: readonly ConfigRow[]; readonly stores: readonly StoreRow[] } = {
  configs: [
    { from: { package: 'telegraf' }, path: 'Member[session].Return', versions: '<4', ...SESSION, lifetime: ENDS_IN_3 },
    { from: { package: 'telegraf' }, path: 'Member[session].Return', ...SESSION, lifetime: ENDS_IN_4 },
    { from: { package: 'telegraf/session' }, path: 'Member[session].Return', ...SESSION, lifetime: ENDS_IN_4 },
    { from: { package: 'telegraf/session' }, path: 'Return', ...SESSION, lifetime: ENDS_IN_3 },
  ],
  stores: [
    {
      from: { package: 'telegraf' }, path: 'Member[MemorySessionStore].New', options: 'Argument[0]', precedence: 'store-first', inProcess: true,
      lifetime: [{ clock: 'record', when: [{ read: '', is: 'number' }], then: { read: '', unit: 'ms', option: 'ttl' } }, ...NEVER_ENDS],
    },
  ],
};
