import { defineModel } from './define-model.js';
import type { PersistRow } from './library-model.js';

const PERSIST = {
  settings: 'Argument[0]',
  state: { read: 'Argument[1]', as: 'reducer' },
  memory: 'local-storage',
  storage: { read: 'Member[storage]' },
  only: 'Member[whitelist]',
  except: 'Member[blacklist]',
  // They may encrypt, or take fields out.
  hiddenBy: ['Member[transforms]', 'Member[serialize]'],
  leaveOut: { set: 'blacklist', as: 'names' },
} satisfies Omit<PersistRow, 'from' | 'path'>;

/** Redux states that are kept: every slice, unless `whitelist` or `blacklist` names some. */
export const reduxPersist = defineModel({
  id: 'redux-persist',
  docs: 'https://github.com/rt2zz/redux-persist#readme',
  packages: ['redux-persist'],
  checkedAgainst: '6.0',
  persists: [
    { from: { package: 'redux-persist' }, path: 'Member[persistReducer,persistCombineReducers].Return', ...PERSIST },
    { from: { package: 'redux-persist/es/persistReducer' }, path: 'Return', ...PERSIST },
    { from: { package: 'redux-persist/lib/persistReducer' }, path: 'Return', ...PERSIST },
  ],
  storages: ['lib', 'es'].flatMap((folder) => [
    { from: { package: `redux-persist/${folder}/storage` }, path: '', memory: 'local-storage' } as const,
    { from: { package: `redux-persist/${folder}/storage/session` }, path: '', memory: 'session-storage' } as const,
  ]),
  states: [
    // What is kept on its own is told on its own.
    { from: { package: 'redux-persist' }, path: 'Member[persistReducer].Return', keeps: 'nothing' },
    { from: { package: 'redux' }, path: 'Member[combineReducers].Return', keeps: { read: 'Argument[0]', entries: true } },
    { from: { package: '@reduxjs/toolkit' }, path: 'Member[combineReducers].Return', keeps: { read: 'Argument[0]', entries: true } },
    { from: { package: '@reduxjs/toolkit' }, path: 'Member[createReducer].Return', keeps: { read: 'Argument[0]' } },
    { from: { package: '@reduxjs/toolkit' }, path: 'Member[createSlice].Return', property: 'reducer', keeps: { read: 'Argument[0].Member[initialState]' } },
  ],
});
