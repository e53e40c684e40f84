import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';
import { endsBySeconds, NEVER_ENDS } from './never-ends.js';

/** Tables and indexes are made once, before any thread is kept. */
const PREPARED: Pick<ConfigRow, 'preparedBy'> = { preparedBy: ['setup', 'start', 'end', 'stop', 'close'] };
const SAVER = { memory: 'server-record', options: 'Argument[0]', ...PREPARED } as const;
const SQLITE: Pick<ConfigRow, 'durable'> = { durable: [{ package: '@langchain/langgraph-checkpoint-sqlite', store: 'SqliteSaver.fromConnString(file)', drivers: [], ends: 'it has no expiry of its own, so delete threads that are over' }] };
/** Minutes, here alone. */
const REDIS: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[defaultTTL]', is: 0 }], then: { never: 'option', option: 'defaultTTL' } },
  { clock: 'record', when: [{ read: 'Member[defaultTTL]', is: 'present' }], then: { read: 'Member[defaultTTL]', unit: 'min', option: 'defaultTTL' } },
  ...NEVER_ENDS,
];

/** Checkpoints of agents' threads that outlive the process. Most of them have no end. */
export const langgraphSavers = defineModel({
  id: 'langgraph-savers',
  docs: 'https://docs.langchain.com/oss/javascript/langgraph/persistence',
  packages: ['@langchain/langgraph-checkpoint-postgres', '@langchain/langgraph-checkpoint-sqlite', '@langchain/langgraph-checkpoint-redis', '@langchain/langgraph-checkpoint-mongodb'],
  checkedAgainst: 'postgres 1.0.5, sqlite 1.0.4, redis 1.0.11, mongodb 1.4.1',
  configs: [
    { from: { package: '@langchain/langgraph-checkpoint-postgres' }, path: 'Member[PostgresSaver].New', ...SAVER, lifetime: NEVER_ENDS },
    { from: { package: '@langchain/langgraph-checkpoint-postgres' }, path: 'Member[PostgresSaver].Member[fromConnString].Return', ...SAVER, lifetime: NEVER_ENDS },
    { from: { package: '@langchain/langgraph-checkpoint-sqlite' }, path: 'Member[SqliteSaver].Member[fromConnString].Return', ...SAVER, ...SQLITE, lifetime: NEVER_ENDS, store: { memoryWhen: [{ read: '', is: ':memory:' }] } },
    // `new SqliteSaver(new Database(':memory:'))`
    { from: { package: '@langchain/langgraph-checkpoint-sqlite' }, path: 'Member[SqliteSaver].New', ...SAVER, ...SQLITE, lifetime: NEVER_ENDS, store: { memoryWhen: [{ read: 'Argument[0]', is: ':memory:' }] } },
    { from: { package: '@langchain/langgraph-checkpoint-redis' }, path: 'Member[RedisSaver,ShallowRedisSaver].New', memory: 'server-record', options: 'Argument[1]', ...PREPARED, lifetime: REDIS },
    { from: { package: '@langchain/langgraph-checkpoint-redis' }, path: 'Member[RedisSaver,ShallowRedisSaver].Member[fromUrl].Return', memory: 'server-record', options: 'Argument[1]', ...PREPARED, lifetime: REDIS },
    { from: { package: '@langchain/langgraph-checkpoint-mongodb' }, path: 'Member[MongoDBSaver].New', ...SAVER, lifetime: endsBySeconds('ttl'), remedy: { set: ['ttl'], unit: 's', argument: 0 } },
  ],
});
