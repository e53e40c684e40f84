import { defineModel } from './define-model.js';
import type { QueryChain } from './library-model.js';

const KNEX = { type: 'knex.Knex' } as const;
const PACKAGE = { package: 'knex' } as const;
const KEEPS = [
  'from', 'table', 'into', 'where', 'andWhere', 'orWhere', 'whereIn', 'whereNot', 'whereNotIn', 'whereNull', 'whereNotNull', 'whereBetween', 'whereExists', 'whereRaw', 'whereLike', 'whereILike', 'join', 'innerJoin', 'leftJoin', 'orderBy', 'orderByRaw',
  'groupBy', 'having', 'offset', 'distinct', 'transacting', 'forUpdate', 'modify', 'insert', 'update', 'del', 'delete', 'onConflict', 'merge', 'ignore', 'clone', 'returning',
];
const CHAIN: QueryChain = {
  keeps: KEEPS.filter((name) => !['insert', 'update', 'del', 'delete', 'distinct'].includes(name)),
  bounds: ['limit'],
  picks: ['pluck', 'count', 'min', 'max', 'sum', 'avg', 'distinct', 'countDistinct'],
  columns: ['select', 'column', 'columns'],
  one: ['first'],
};

/** Rows, with all their columns, unless `select` names some. What is inserted or changed comes back where it says `returning('*')`. */
export const knex = defineModel({
  id: 'knex',
  docs: 'https://knexjs.org/guide/query-builder.html',
  packages: ['knex'],
  checkedAgainst: '3 (read)',
  types: [
    { name: KNEX.type, from: PACKAGE, path: 'Return' },
    { name: KNEX.type, from: PACKAGE, path: 'Member[knex].Return' },
    { name: KNEX.type, from: KNEX, path: 'Member[withSchema].Return' },
  ],
  declaredTypes: [{ package: 'knex', name: 'Knex', type: KNEX.type }],
  sources: [
    { from: KNEX, path: 'Return.Member[insert,update,del,delete].Return', gives: 'records', chain: { keeps: KEEPS, starts: ['returning'] } },
    { from: KNEX, path: 'Return.Member[where].Return.Member[update,del,delete].Return', gives: 'records', chain: { keeps: KEEPS, starts: ['returning'] } },
    { from: KNEX, path: 'Return', gives: 'records', chain: CHAIN },
    { from: KNEX, path: 'Member[from,table,queryBuilder].Return', gives: 'records', chain: CHAIN },
    { from: KNEX, path: 'Member[select].Return', gives: 'records', columns: 'Argument[0]', chain: CHAIN },
  ],
});
