import { cookieLifetime } from './cookie-lifetime.js';
import { defineModel } from './define-model.js';
import type { WriteRow } from './library-model.js';

const COOKIES = { type: 'universal-cookie.Cookies' } as const;
const HOOK = 'Member[useCookies].Return';
const WRITE = { memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly: { read: 'Argument[2].Member[httpOnly]', whenAbsent: false } } satisfies Partial<WriteRow>;

/** Cookies of scripts with the options of the `cookie` package, and what React and Vue make of them. */
export const universalCookie = defineModel({
  id: 'universal-cookie',
  docs: 'https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie#readme',
  packages: ['universal-cookie', 'react-cookie', '@vueuse/integrations'],
  checkedAgainst: '8.1 (react-cookie 8.1, @vueuse/integrations 14.4: read)',
  types: [
    { name: COOKIES.type, from: { package: 'universal-cookie' }, path: 'New' },
    { name: COOKIES.type, from: { package: 'react-cookie' }, path: 'Member[Cookies].New' },
    { name: COOKIES.type, from: { package: '@vueuse/integrations/useCookies' }, path: HOOK },
  ],
  declaredTypes: [
    { package: 'universal-cookie', name: 'Cookies', type: COOKIES.type },
    { package: 'react-cookie', name: 'Cookies', type: COOKIES.type },
  ],
  writes: [
    // Options may be given when it is made, for all that it sets.
    { from: COOKIES, path: 'Member[set].Return', ...WRITE, lifetime: [...cookieLifetime('Argument[2]').slice(0, -1), { clock: 'record', when: [{ read: 'Argument[2]', is: 'absent' }], then: 'unknown' }, { clock: 'record', then: 'browser-close' }] },
    { from: { package: 'react-cookie' }, path: `${HOOK}.Member[1].Return`, ...WRITE, lifetime: cookieLifetime('Argument[2]') },
  ],
  reads: [{ from: COOKIES, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' }],
  clears: [
    { from: COOKIES, path: 'Member[remove].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: { package: 'react-cookie' }, path: `${HOOK}.Member[2].Return`, memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
  ],
});
