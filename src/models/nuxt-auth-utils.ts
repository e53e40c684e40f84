import { defineModel } from './define-model.js';
import type { From, WriteRow } from './library-model.js';

const MAX_AGE = 'Argument[2].Member[maxAge]';

/** Where a call says nothing, the settings of the project do, which another file holds. */
const WRITE = {
  memory: 'cookie',
  each: { reader: 'keys-of', path: 'Argument[1]' },
  sealed: true,
  when: [{ read: 'Argument[1]', is: 'present' }],
  lifetime: [
    { clock: 'record', when: [{ read: MAX_AGE, is: 'present' }], then: { read: MAX_AGE, unit: 's', option: 'maxAge' } },
    { clock: 'record', then: 'unknown' },
  ],
} satisfies Partial<WriteRow>;

const NAMES = ['setUserSession', 'replaceUserSession'] as const;
const fromEverywhere = NAMES.map((name): { readonly from: From; readonly path: string } => ({ from: { global: name }, path: 'Return' }));

/** Sessions of h3 under names that Nuxt makes known everywhere: sealed cookies. */
export const nuxtAuthUtils = defineModel({
  id: 'nuxt-auth-utils',
  docs: 'https://github.com/atinux/nuxt-auth-utils#readme',
  packages: ['nuxt-auth-utils', '#imports'],
  checkedAgainst: '0.5',
  writes: [{ ...WRITE, from: { package: '#imports' }, path: `Member[${NAMES.join()}].Return` }, ...fromEverywhere.map((place) => ({ ...WRITE, ...place }))],
  clears: [
    { from: { package: '#imports' }, path: 'Member[clearUserSession].Return', memory: 'cookie', clears: 'both' },
    { from: { global: 'clearUserSession' }, path: 'Return', memory: 'cookie', clears: 'both' },
  ],
});
