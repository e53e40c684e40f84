import { defineModel } from './define-model.js';

/** Atoms that are kept: in `localStorage`, unless a third argument names another storage. */
export const jotai = defineModel({
  id: 'jotai',
  docs: 'https://jotai.org/docs/utilities/storage',
  packages: ['jotai'],
  checkedAgainst: '2.20',
  persists: [{
    from: { package: 'jotai/utils' },
    path: 'Member[atomWithStorage].Return',
    key: 'Argument[0]',
    state: { read: 'Argument[1]', as: 'value' },
    memory: 'local-storage',
    storage: { read: 'Argument[2]', inside: ['Argument[0].Return'] },
  }],
});
