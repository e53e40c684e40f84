import { defineModel } from './define-model.js';
import type { SourceRow } from './library-model.js';

const CLIENT = { type: 'got.Client' } as const;
const MADE = 'Member[extend,create].Return';
const ANSWER = { from: CLIENT, gives: 'response', data: ['Member[body]', 'Member[json,text].Return'], bytes: ['Member[buffer,arrayBuffer,blob].Return'] } satisfies Partial<SourceRow>;

/** `got(url).json()`, `(await got(url)).body`; ky knows the first of them. */
export const got = defineModel({
  id: 'got',
  docs: 'https://github.com/sindresorhus/got/blob/main/documentation/1-promise.md',
  packages: ['got', 'ky', 'ky-universal'],
  checkedAgainst: 'got 14 (read), ky 1 (read)',
  types: [
    ...['got', 'ky', 'ky-universal'].map((name) => ({ name: CLIENT.type, from: { package: name }, path: '' })),
    { name: CLIENT.type, from: { package: 'got' }, path: 'Member[got]' },
    { name: CLIENT.type, from: CLIENT, path: MADE },
  ],
  declaredTypes: [{ package: 'got', name: 'Got', type: CLIENT.type }, { package: 'ky', name: 'KyInstance', type: CLIENT.type }],
  sources: [
    { ...ANSWER, path: 'Member[get,post,put,patch,delete].Return' },
    { ...ANSWER, path: 'Return' },
  ],
});
