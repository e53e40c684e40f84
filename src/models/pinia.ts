import { defineModel } from './define-model.js';
import type { PersistRow, StateRow } from './library-model.js';

const STORE = {
  from: { package: 'pinia' },
  path: 'Member[defineStore].Return',
  memory: 'local-storage',
  storage: { read: 'Member[storage]' },
  // `enabled` is a setting of another plugin.
  hiddenBy: ['Member[serializer]', 'Member[enabled]'],
} satisfies Omit<PersistRow, 'state'>;
/** Version 4 reads `paths` no more, and keeps the whole store. */
const SELECTED: readonly Pick<PersistRow, 'versions' | 'only' | 'except' | 'leaveOut'>[] = [
  { versions: '>=4', only: 'Member[pick]', except: 'Member[omit]', leaveOut: { set: 'omit', as: 'names' } },
  { versions: '<4', only: 'Member[paths]' },
];
const SHAPES: readonly Pick<PersistRow, 'state' | 'settings' | 'when'>[] = [
  { when: [{ read: 'Argument[1]', is: 'function' }], state: { read: 'Argument[1]', as: 'returned' }, settings: 'Argument[2].Member[persist]' },
  { when: [{ read: 'Argument[1].Member[state]', is: 'present' }], state: { read: 'Argument[1].Member[state]', as: 'returned' }, settings: 'Argument[1].Member[persist]' },
  { when: [{ read: 'Argument[0].Member[state]', is: 'present' }], state: { read: 'Argument[0].Member[state]', as: 'returned' }, settings: 'Argument[0].Member[persist]' },
];
const REFS = ['ref', 'shallowRef', 'reactive', 'shallowReactive'];
const DERIVED = ['computed', 'readonly', 'toRef', 'toRefs'];

/** From vue, or of the names that Nuxt imports by itself. */
function states(names: readonly string[], keeps: StateRow['keeps']): readonly StateRow[] {
  return [{ from: { package: 'vue' }, path: `Member[${names.join()}].Return`, keeps }, ...names.map((global): StateRow => ({ from: { global }, path: 'Return', keeps }))];
}

/** Stores that pinia-plugin-persistedstate keeps: those with `persist`. */
export const pinia = defineModel({
  id: 'pinia',
  docs: 'https://prazdevs.github.io/pinia-plugin-persistedstate/guide/config.html',
  packages: ['pinia-plugin-persistedstate', 'pinia'],
  checkedAgainst: 'pinia-plugin-persistedstate 4.7 (3: read), pinia 4.1',
  persists: SHAPES.flatMap((shape) => SELECTED.map((selected) => ({ ...STORE, ...shape, ...selected }))),
  states: [...states(REFS, { read: 'Argument[0]' }), ...states(DERIVED, 'nothing')],
});
