import { defineModel } from './define-model.js';
import type { PersistRow } from './library-model.js';

/** `useLocalStorage('token', '')`: the key, and the value that it begins with. */
function hook(name: string, memory: PersistRow['memory'], key = 'Argument[0]', value = 'Argument[1]'): Pick<PersistRow, 'path' | 'key' | 'state' | 'memory'> {
  return { path: `Member[${name}].Return`, memory, key, state: { read: value, as: 'value' } };
}

const HOOKS = [hook('useLocalStorage', 'local-storage'), hook('useSessionStorage', 'session-storage')];
// They write through a serializer, which may encrypt.
const PLAIN = ['usehooks-ts', 'react-use'].flatMap((name) => HOOKS.map((row) => ({ from: { package: name }, ...row, hiddenBy: ['Argument[2].Member[serializer]'] })));

/** Hooks and composables whose value is kept in the browser's storage. */
export const storageHooks = defineModel({
  id: 'storage-hooks',
  docs: 'https://usehooks-ts.com/react-hook/use-local-storage',
  packages: ['usehooks-ts', 'react-use', '@mantine/hooks', '@vueuse/core'],
  checkedAgainst: 'usehooks-ts 3.1, react-use 17.6, @mantine/hooks 8, @vueuse/core 14.4 (read)',
  persists: [
    ...PLAIN,
    ...['useLocalStorage', 'useSessionStorage'].map((name, index) => ({ from: { package: '@mantine/hooks' }, ...hook(name, index === 0 ? 'local-storage' : 'session-storage', 'Argument[0].Member[key]', 'Argument[0].Member[defaultValue]'), hiddenBy: ['Argument[0].Member[serialize]'] })),
    ...HOOKS.map((row) => ({ from: { package: '@vueuse/core' }, ...row, hiddenBy: ['Argument[2].Member[serializer]'] })),
    { from: { package: '@vueuse/core' }, ...hook('useStorage', 'local-storage'), storage: { read: 'Argument[2]' }, hiddenBy: ['Argument[3].Member[serializer]'] },
  ],
});
