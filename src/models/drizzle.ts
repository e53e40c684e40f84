import { defineModel } from './define-model.js';
import type { QueryChain, SourceRow } from './library-model.js';

const DATABASE = { type: 'drizzle.Database' } as const;
const DRIVERS = [
  'node-postgres', 'postgres-js', 'neon-http', 'neon-serverless', 'vercel-postgres', 'pglite', 'mysql2', 'planetscale-serverless', 'tidb-serverless', 'better-sqlite3', 'libsql', 'bun-sqlite', 'd1', 'expo-sqlite', 'op-sqlite', 'aws-data-api/pg',
].map((name) => `drizzle-orm/${name}`);
const CHAIN: QueryChain = {
  keeps: ['from', 'where', 'leftJoin', 'innerJoin', 'orderBy', 'groupBy', 'having', 'offset', '$dynamic', 'execute', 'all', 'for', 'values', 'set', 'onConflictDoUpdate', 'onConflictDoNothing'],
  bounds: ['limit'],
  one: ['get'],
};
const WRITTEN: QueryChain = { ...CHAIN, starts: ['returning'] };
const OPTIONS = { picks: ['Argument[0].Member[columns]'] } satisfies Partial<SourceRow>;

/** Rows, with all their columns, unless `select({ … })` or `columns` names some. */
export const drizzle = defineModel({
  id: 'drizzle',
  docs: 'https://orm.drizzle.team/docs/select',
  packages: ['drizzle-orm'],
  checkedAgainst: '0.45 (read)',
  types: DRIVERS.map((name) => ({ name: DATABASE.type, from: { package: name }, path: 'Member[drizzle].Return' })),
  sources: [
    { from: DATABASE, path: 'Member[select,selectDistinct].Return', gives: 'records', picks: ['Argument[0]'], chain: CHAIN },
    { from: DATABASE, path: 'Member[insert,update,delete].Return', gives: 'records', chain: WRITTEN },
    { from: DATABASE, path: 'Member[query].Member[any].Member[findFirst].Return', gives: 'record', ...OPTIONS },
    { from: DATABASE, path: 'Member[query].Member[any].Member[findMany].Return', gives: 'records', ...OPTIONS, bounds: ['Argument[0].Member[limit]'] },
  ],
});
