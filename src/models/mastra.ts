import { defineModel } from './define-model.js';

const DURABLE = [
  { package: '@mastra/pg', store: 'PostgresStore', drivers: ['pg'], ends: 'it has no expiry of its own, so delete threads that are over' },
  { package: '@mastra/libsql', store: 'LibSQLStore', drivers: ['@libsql/client'], ends: 'it has no expiry of its own, so delete threads that are over' },
  { package: '@mastra/upstash', store: 'UpstashStore', drivers: ['@upstash/redis'], ends: 'it has no expiry of its own, so delete threads that are over' },
] as const;

/** Threads, messages and suspended workflows of Mastra's agents. */
export const mastra = defineModel({
  id: 'mastra',
  docs: 'https://mastra.ai/docs/memory/storage/memory-with-libsql',
  packages: ['@mastra/libsql', '@mastra/core'],
  checkedAgainst: '@mastra/libsql 0.16.4',
  configs: [
    {
      from: { package: '@mastra/libsql' }, path: 'Member[LibSQLStore].New', memory: 'server-record', options: 'Argument[0]', lifetime: [],
      store: { memoryWhen: [{ read: 'Member[url]', is: ':memory:' }, { read: 'Member[url]', is: 'file::memory:' }, { read: 'Member[url]', is: 'file::memory:?cache=shared' }] },
      durable: DURABLE,
      durableOption: { set: ['url'], code: "'file:./mastra.db'" },
    },
    { from: { package: '@mastra/core/storage' }, path: 'Member[InMemoryStore].New', memory: 'server-record', options: 'Argument[0]', lifetime: [], store: { always: 'process-memory' }, durable: DURABLE },
  ],
});
