import { defineModel } from './define-model.js';
import type { Read } from './library-model.js';

const CLIENT = { type: 'mongodb.MongoClient' } as const;
const DATABASE = { type: 'mongodb.Db' } as const;
const COLLECTION = { type: 'mongodb.Collection' } as const;
const PACKAGE = { package: 'mongodb' } as const;
const PICKS = ['Argument[1].Member[projection]', 'Argument[1].Member[fields]'] satisfies readonly Read[];

/** Documents, with all their fields, unless a projection names some. */
export const mongodb = defineModel({
  id: 'mongodb',
  docs: 'https://www.mongodb.com/docs/drivers/node/current/crud/query/',
  packages: ['mongodb'],
  checkedAgainst: '7 (read)',
  types: [
    { name: CLIENT.type, from: PACKAGE, path: 'Member[MongoClient].New' },
    { name: CLIENT.type, from: PACKAGE, path: 'Member[MongoClient].Member[connect].Return' },
    { name: CLIENT.type, from: CLIENT, path: 'Member[connect].Return' },
    { name: DATABASE.type, from: CLIENT, path: 'Member[db].Return' },
    { name: COLLECTION.type, from: DATABASE, path: 'Member[collection].Return' },
  ],
  declaredTypes: [
    { package: 'mongodb', name: 'MongoClient', type: CLIENT.type },
    { package: 'mongodb', name: 'Db', type: DATABASE.type },
    { package: 'mongodb', name: 'Collection', type: COLLECTION.type },
  ],
  sources: [
    { from: COLLECTION, path: 'Member[findOne].Return', gives: 'record', picks: PICKS, callback: [{ parameter: 1, gives: 'result' }] },
    { from: COLLECTION, path: 'Member[findOneAndUpdate,findOneAndReplace,findOneAndDelete].Return', gives: 'record', picks: ['Argument[2].Member[projection]', 'Argument[1].Member[projection]'], chain: { wholes: ['value'] } },
    {
      from: COLLECTION, path: 'Member[find].Return', gives: 'records', picks: PICKS, bounds: ['Argument[1].Member[limit]'], callback: [{ parameter: 1, gives: 'result' }],
      chain: { keeps: ['toArray', 'sort', 'skip', 'filter', 'hint', 'collation', 'batchSize'], bounds: ['limit'], picks: ['project', 'count'], one: ['next'] },
    },
  ],
});
