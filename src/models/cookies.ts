import { cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';
import type { ClearRow } from './library-model.js';

const JAR = { type: 'cookies.Cookies' } as const;
const { lifetime, httpOnly } = cookieOptions({ at: 'Argument[2]', unit: 'ms', hidden: true });
const CLEAR = { from: JAR, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' } satisfies ClearRow;

/** Cookies of a request and its response, and so of every context of Koa. Signed ones can be read all the same. */
export const cookies = defineModel({
  id: 'cookies',
  docs: 'https://github.com/pillarjs/cookies#readme',
  packages: ['cookies', 'koa'],
  checkedAgainst: 'cookies 0.9, koa 3.3',
  types: [
    { name: 'cookies.Cookies', from: { package: 'cookies' }, path: 'New' },
    { name: 'cookies.Cookies', from: { package: 'cookies' }, path: 'Return' },
    { name: 'cookies.Cookies', from: { type: 'koa.Context' }, path: 'Member[cookies]' },
    { name: 'cookies.Cookies', from: JAR, path: 'Member[set].Return' },
  ],
  declaredTypes: [{ package: 'cookies', name: 'Cookies', type: 'cookies.Cookies' }],
  writes: [{
    from: JAR, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly,
    // Zero is as good as none.
    lifetime: [{ clock: 'record', when: [{ read: 'Argument[2].Member[maxAge]', is: 0 }, { read: 'Argument[2].Member[expires]', is: 'absent' }], then: 'browser-close' }, ...lifetime],
  }],
  reads: [{ from: JAR, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' }],
  // A cookie without a value goes.
  clears: [
    { ...CLEAR, when: [{ read: 'Argument[1]', is: null }] },
    { ...CLEAR, when: [{ read: 'Argument[1]', is: 'absent' }] },
  ],
});
