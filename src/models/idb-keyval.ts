import { defineModel } from './define-model.js';

const IDB = { package: 'idb-keyval' } as const;

/** Keys and values in IndexedDB. */
export const idbKeyval = defineModel({
  id: 'idb-keyval',
  docs: 'https://github.com/jakearchibald/idb-keyval#readme',
  packages: ['idb-keyval'],
  checkedAgainst: '6.3',
  writes: [
    { from: IDB, path: 'Member[set].Return', memory: 'indexed-db', key: 'Argument[0]', value: 'Argument[1]' },
    { from: IDB, path: 'Member[update].Return', memory: 'indexed-db', key: 'Argument[0]', value: 'Argument[1].Return' },
    { from: IDB, path: 'Member[setMany].Return', memory: 'indexed-db', each: { reader: 'elements-of', path: 'Argument[0]', key: 'Member[0]', value: 'Member[1]' } },
  ],
  reads: [{ from: IDB, path: 'Member[get].Return', memory: 'indexed-db', key: 'Argument[0]' }],
  clears: [
    { from: IDB, path: 'Member[del].Return', memory: 'indexed-db', key: 'Argument[0]', clears: 'key' },
    { from: IDB, path: 'Member[clear].Return', memory: 'indexed-db', clears: 'record' },
  ],
});
