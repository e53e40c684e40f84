import { defineModel } from './define-model.js';

const CLIENT = { type: 'pg.Client' } as const;
const PACKAGE = { package: 'pg' } as const;

/** Rows stand in `rows`. `select *` gives all columns of them. */
export const pg = defineModel({
  id: 'pg',
  docs: 'https://node-postgres.com/apis/result',
  packages: ['pg'],
  checkedAgainst: '8 (read)',
  types: [
    { name: CLIENT.type, from: PACKAGE, path: 'Member[Pool,Client].New' },
    { name: CLIENT.type, from: CLIENT, path: 'Member[connect].Return' },
  ],
  declaredTypes: ['Pool', 'Client', 'PoolClient', 'ClientBase'].map((name) => ({ package: 'pg', name, type: CLIENT.type })),
  sources: [{
    from: CLIENT, path: 'Member[query].Return', gives: 'records', data: ['Member[rows]'],
    sql: ['Argument[0]', 'Argument[0].Member[text]'], callback: [{ parameter: 1, gives: 'result' }],
  }],
});
