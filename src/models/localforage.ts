import { defineModel } from './define-model.js';
import type { Row } from './library-model.js';

const STORES: readonly Row['from'][] = [{ package: 'localforage' }, { type: 'localforage.Store' }];

/** Keys and values in IndexedDB, or in what else the browser has. */
export const localforage = defineModel({
  id: 'localforage',
  docs: 'https://localforage.github.io/localForage/',
  packages: ['localforage'],
  checkedAgainst: '1.10',
  types: [{ name: 'localforage.Store', from: { package: 'localforage' }, path: 'Member[createInstance].Return' }],
  declaredTypes: [{ package: 'global', name: 'LocalForage', type: 'localforage.Store' }],
  writes: STORES.map((from) => ({ from, path: 'Member[setItem].Return', memory: 'indexed-db', key: 'Argument[0]', value: 'Argument[1]' })),
  storages: STORES.map((from) => ({ from, path: '', memory: 'indexed-db' })),
  reads: STORES.map((from) => ({ from, path: 'Member[getItem].Return', memory: 'indexed-db', key: 'Argument[0]' })),
  clears: STORES.flatMap((from) => [
    { from, path: 'Member[removeItem].Return', memory: 'indexed-db', key: 'Argument[0]', clears: 'key' } as const,
    { from, path: 'Member[clear].Return', memory: 'indexed-db', clears: 'record' } as const,
  ]),
});
