import { defineModel } from './define-model.js';
import type { PersistRow } from './library-model.js';

const PERSIST = {
  from: { package: 'zustand/middleware' },
  path: 'Member[persist].Return',
  state: { read: 'Argument[0]', as: 'returned' },
  settings: 'Argument[1]',
  memory: 'local-storage',
  picked: 'Member[partialize]',
  leaveOut: { set: 'partialize', as: 'rest' },
} satisfies PersistRow;
const inJson = ['Argument[0].Return'];

/** Stores whose state is kept: all of it in `localStorage`, unless `storage` and `partialize` say otherwise. */
export const zustand = defineModel({
  id: 'zustand',
  docs: 'https://zustand.docs.pmnd.rs/integrations/persisting-store-data',
  packages: ['zustand'],
  checkedAgainst: '5.1 (4: read)',
  persists: [
    { ...PERSIST, versions: '>=5', storage: { read: 'Member[storage]', inside: inJson } },
    // `getStorage`, which version 5 does not read any more: it goes to `localStorage` then. `serialize` may encrypt.
    { ...PERSIST, versions: '<5', when: [{ read: 'Argument[1].Member[getStorage]', is: 'absent' }], storage: { read: 'Member[storage]', inside: inJson }, hiddenBy: ['Member[serialize]'] },
    { ...PERSIST, versions: '<5', storage: { read: 'Member[getStorage]', inside: ['Return'] }, hiddenBy: ['Member[serialize]'] },
  ],
  states: [
    { from: { package: 'zustand/middleware' }, path: 'Member[devtools,subscribeWithSelector,combine].Return', keeps: { read: 'Argument[0]' } },
    { from: { package: 'zustand/middleware/immer' }, path: 'Member[immer].Return', keeps: { read: 'Argument[0]' } },
    { from: { package: 'zustand/middleware' }, path: 'Member[redux].Return', keeps: { read: 'Argument[1]' } },
  ],
});
