import { defineModel } from './define-model.js';
import type { SourceRow } from './library-model.js';

const PREPARING = { type: 'sqlite.Database' } as const;
const CALLING = { type: 'sqlite.CallbackDatabase' } as const;
const CALLED = { from: CALLING, sql: ['Argument[0]'], callback: [{ parameter: 1, gives: 'result' }] } satisfies Partial<SourceRow>;

/** Rows of a prepared statement, or of a method with a callback or a promise. `select *` gives all columns of them. */
export const sqlite = defineModel({
  id: 'sqlite',
  docs: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md',
  packages: ['better-sqlite3', 'sqlite3', 'sqlite'],
  checkedAgainst: 'better-sqlite3 12 (read), sqlite3 5 (read), sqlite 5 (read), Node.js 24 (read)',
  types: [
    { name: PREPARING.type, from: { package: 'better-sqlite3' }, path: 'New' },
    { name: PREPARING.type, from: { package: 'better-sqlite3' }, path: 'Return' },
    { name: PREPARING.type, from: { package: 'node:sqlite' }, path: 'Member[DatabaseSync].New' },
    { name: CALLING.type, from: { package: 'sqlite3' }, path: 'Member[Database].New' },
    { name: CALLING.type, from: { package: 'sqlite3' }, path: 'Member[verbose].Return.Member[Database].New' },
    { name: CALLING.type, from: { package: 'sqlite' }, path: 'Member[open].Return' },
  ],
  declaredTypes: [{ package: 'better-sqlite3', name: 'Database', type: PREPARING.type }, { package: 'sqlite', name: 'Database', type: CALLING.type }],
  sources: [
    { from: PREPARING, path: 'Member[prepare].Return', gives: 'records', sql: ['Argument[0]'], chain: { keeps: ['all', 'bind', 'iterate'], one: ['get'], picks: ['pluck'] } },
    { ...CALLED, path: 'Member[get].Return', gives: 'record' },
    { ...CALLED, path: 'Member[all].Return', gives: 'records' },
  ],
});
