import { defineModel } from './define-model.js';
import type { LifetimeRule, WriteRow } from './library-model.js';

const EXPIRES = 'Argument[0].Member[expires]';
const BROWSER_CLOSE: LifetimeRule = { clock: 'record', then: 'browser-close' };
/** What it sets can never be hidden from scripts: there is no such option. */
const SET = { from: { global: 'cookieStore' }, path: 'Member[set].Return', memory: 'cookie', httpOnly: 'never' } satisfies Omit<WriteRow, 'key'>;

/** The browser's own interface to cookies. `expires` is a moment in milliseconds. */
export const cookieStore = defineModel({
  id: 'cookie-store',
  docs: 'https://developer.mozilla.org/docs/Web/API/CookieStore',
  packages: [],
  checkedAgainst: 'lib.dom.d.ts of TypeScript 6.0',
  writes: [
    { ...SET, when: [{ read: 'Argument[1]', is: 'absent' }], key: 'Argument[0].Member[name]', value: 'Argument[0].Member[value]', lifetime: [{ clock: 'record', when: [{ read: EXPIRES, is: 'present' }], then: { read: EXPIRES, unit: 'epoch-ms', option: 'expires' } }, BROWSER_CLOSE] },
    { ...SET, key: 'Argument[0]', value: 'Argument[1]', lifetime: [BROWSER_CLOSE] },
  ],
  reads: [{ from: { global: 'cookieStore' }, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' }],
  clears: [{ from: { global: 'cookieStore' }, path: 'Member[delete].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' }],
});
