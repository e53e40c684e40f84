import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const PACKAGE = { package: 'h3' } as const;

/** Cookies of h3, and so of Nitro and of the server side of Nuxt. */
export const h3 = defineModel({
  id: 'h3',
  docs: 'https://h3.dev/utils/cookie',
  packages: ['h3'],
  checkedAgainst: '1.15, 2.0',
  writes: [{ from: PACKAGE, path: 'Member[setCookie].Return', memory: 'cookie', key: 'Argument[1]', value: 'Argument[2]', ...cookieOptions({ at: 'Argument[3]', unit: 's', hidden: false }) }],
  roots: [{ from: PACKAGE, path: 'Member[parseCookies].Return', memory: 'cookie', name: 'cookies', readOnly: true }],
  reads: [{ from: PACKAGE, path: 'Member[getCookie].Return', memory: 'cookie', key: 'Argument[1]' }],
  clears: [
    { from: PACKAGE, path: 'Member[deleteCookie].Return', memory: 'cookie', key: 'Argument[1]', clears: 'cookie' },
    { from: PACKAGE, path: 'Member[setCookie].Return', key: 'Argument[1]', ...clearedByAge('Argument[3]') },
  ],
});
