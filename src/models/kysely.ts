import { defineModel } from './define-model.js';
import type { QueryChain } from './library-model.js';

const KYSELY = { type: 'kysely.Kysely' } as const;
const CHAIN: QueryChain = {
  keeps: [
    'where', 'whereRef', 'innerJoin', 'leftJoin', 'rightJoin', 'orderBy', 'groupBy', 'having', 'offset', 'distinctOn', 'forUpdate', '$if', 'execute',
    'values', 'set', 'onConflict', 'onDuplicateKeyUpdate',
  ],
  bounds: ['limit', 'top', 'fetch'],
  picks: ['select', 'returning'],
  one: ['executeTakeFirst', 'executeTakeFirstOrThrow'],
  starts: ['selectAll', 'returningAll'],
};

/** Rows, as wide as `selectAll()` and `returningAll()` make them. */
export const kysely = defineModel({
  id: 'kysely',
  docs: 'https://kysely.dev/docs/category/select',
  packages: ['kysely'],
  checkedAgainst: '0.28 (read)',
  types: [
    { name: KYSELY.type, from: { package: 'kysely' }, path: 'Member[Kysely].New' },
    { name: KYSELY.type, from: KYSELY, path: 'Member[withSchema,withPlugin].Return' },
  ],
  declaredTypes: ['Kysely', 'Transaction'].map((name) => ({ package: 'kysely', name, type: KYSELY.type })),
  sources: [{ from: KYSELY, path: 'Member[selectFrom,insertInto,updateTable,deleteFrom].Return', gives: 'records', chain: CHAIN }],
});
