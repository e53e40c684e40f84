import { cookieDays } from './cookie-lifetime.js';
import { defineModel } from './define-model.js';
import type { WriteRow } from './library-model.js';

const CONFIGURED = { type: 'js-cookie.Configured' } as const;
/** Scripts cannot hide a cookie from scripts: browsers drop one that says `HttpOnly`. */
const SET = { path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly: { read: 'Argument[2].Member[httpOnly]', whenAbsent: false } } satisfies Omit<WriteRow, 'from'>;
const EXPIRES = 'Argument[2].Member[expires]';

/** Cookies that scripts set. A number as `expires` counts days. */
export const jsCookie = defineModel({
  id: 'js-cookie',
  docs: 'https://github.com/js-cookie/js-cookie#readme',
  packages: ['js-cookie'],
  checkedAgainst: '3.0',
  types: [
    { name: CONFIGURED.type, from: { package: 'js-cookie' }, path: 'Member[withAttributes].Return' },
    { name: CONFIGURED.type, from: CONFIGURED, path: 'Member[withAttributes,withConverter].Return' },
  ],
  writes: [
    { from: { package: 'js-cookie' }, ...SET, lifetime: cookieDays(EXPIRES) },
    // What its own attributes say of the end is not read.
    { from: CONFIGURED, ...SET, lifetime: cookieDays(EXPIRES, 'unknown') },
  ],
  reads: [
    { from: { package: 'js-cookie' }, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' },
    { from: CONFIGURED, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' },
  ],
  clears: [
    { from: { package: 'js-cookie' }, path: 'Member[remove].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: CONFIGURED, path: 'Member[remove].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
  ],
});
