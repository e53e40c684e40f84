import { defineModel } from './define-model.js';
import type { ConfigRow } from './library-model.js';

const IN_MEMORY: Omit<ConfigRow, 'from' | 'path'> = {
  memory: 'server-record',
  options: 'Argument[0]',
  lifetime: [],
  store: { always: 'process-memory' },
  durable: [
    { package: '@langchain/langgraph-checkpoint-postgres', store: 'PostgresSaver', drivers: ['pg'], ends: 'it has no expiry of its own, so delete threads that are over' },
    { package: '@langchain/langgraph-checkpoint-redis', store: 'RedisSaver', drivers: ['redis'], ends: 'give it a `defaultTTL` in minutes' },
    { package: '@langchain/langgraph-checkpoint-mongodb', store: 'MongoDBSaver', drivers: ['mongodb'], ends: 'give it a `ttl` in seconds' },
    { package: '@langchain/langgraph-checkpoint-sqlite', store: 'SqliteSaver', drivers: ['better-sqlite3'], ends: 'it has no expiry of its own, so delete threads that are over' },
  ],
};

const NAMES = 'Member[MemorySaver,InMemoryStore].New';

/** Checkpoints of agents' threads, and what agents remember across threads, kept in the process. */
export const langgraph = defineModel({
  id: 'langgraph',
  docs: 'https://docs.langchain.com/oss/javascript/langgraph/persistence',
  packages: ['@langchain/langgraph', '@langchain/langgraph-checkpoint'],
  checkedAgainst: '1.2.2',
  configs: [
    { from: { package: '@langchain/langgraph' }, path: NAMES, ...IN_MEMORY },
    { from: { package: '@langchain/langgraph-checkpoint' }, path: NAMES, ...IN_MEMORY },
  ],
});
