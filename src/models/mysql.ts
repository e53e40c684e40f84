import { defineModel } from './define-model.js';
import type { SourceRow } from './library-model.js';

const CONNECTION = { type: 'mysql.Connection' } as const;
const PROMISING = { type: 'mysql.PromiseConnection' } as const;
const MADE = 'Member[createPool,createConnection,createPoolCluster].Return';
const QUERY = { path: 'Member[query,execute].Return', gives: 'records', sql: ['Argument[0]', 'Argument[0].Member[sql]'] } satisfies Partial<SourceRow>;

/** Rows: the second parameter of a callback, or the first of the pair that a promise resolves to. `select *` gives all columns of them. */
export const mysql = defineModel({
  id: 'mysql',
  docs: 'https://sidorares.github.io/node-mysql2/docs',
  packages: ['mysql2', 'mysql'],
  checkedAgainst: 'mysql2 3 (read), mysql 2 (read)',
  types: [
    { name: CONNECTION.type, from: { package: 'mysql2' }, path: MADE },
    { name: CONNECTION.type, from: { package: 'mysql' }, path: MADE },
    { name: PROMISING.type, from: { package: 'mysql2/promise' }, path: MADE },
    { name: PROMISING.type, from: CONNECTION, path: 'Member[promise].Return' },
    { name: PROMISING.type, from: PROMISING, path: 'Member[getConnection].Return' },
  ],
  declaredTypes: [
    ...['Pool', 'Connection', 'PoolConnection'].map((name) => ({ package: 'mysql2/promise', name, type: PROMISING.type })),
    ...['mysql2', 'mysql'].flatMap((from) => ['Pool', 'Connection', 'PoolConnection'].map((name) => ({ package: from, name, type: CONNECTION.type }))),
  ],
  sources: [
    { from: PROMISING, ...QUERY, data: ['Member[0]'] },
    { from: CONNECTION, ...QUERY, callback: [{ parameter: 1, gives: 'result' }] },
  ],
});
