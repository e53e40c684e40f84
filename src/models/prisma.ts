import { defineModel } from './define-model.js';

const CLIENT = { type: 'prisma.Client' } as const;
const PICKS = ['Argument[0].Member[select]'] as const;

/** Rows, with all their columns, unless `select` names some. */
export const prisma = defineModel({
  id: 'prisma',
  docs: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  packages: ['@prisma/client'],
  checkedAgainst: '6, 7 (read)',
  types: [{ name: CLIENT.type, from: { package: '@prisma/client' }, path: 'Member[PrismaClient].New' }],
  declaredTypes: [{ package: '@prisma/client', name: 'PrismaClient', type: CLIENT.type }],
  sources: [
    { from: CLIENT, path: 'Member[any].Member[findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,create,update,upsert,delete].Return', gives: 'record', picks: PICKS },
    { from: CLIENT, path: 'Member[any].Member[findMany].Return', gives: 'records', picks: PICKS, bounds: ['Argument[0].Member[take]'] },
  ],
});
