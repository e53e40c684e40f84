import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';
import type { WriteRow } from './library-model.js';

const PACKAGE = { package: 'cookie' } as const;
const BY_NAME = { memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: false }) } satisfies Partial<WriteRow>;
const AS_OBJECT = { memory: 'cookie', key: 'Argument[0].Member[name]', value: 'Argument[0].Member[value]', ...cookieOptions({ at: 'Argument[0]', unit: 's', hidden: false }) } satisfies Partial<WriteRow>;

/** The header that sets a cookie, as text: who makes it is taken to send it. */
export const cookie = defineModel({
  id: 'cookie',
  docs: 'https://github.com/jshttp/cookie#readme',
  packages: ['cookie'],
  checkedAgainst: '0.4, 0.7, 1.1, 2.0',
  writes: [
    { from: PACKAGE, path: 'Member[serialize,stringifySetCookie].Return', when: [{ read: 'Argument[1]', is: 'absent' }], ...AS_OBJECT },
    { from: PACKAGE, path: 'Member[serialize,stringifySetCookie].Return', ...BY_NAME },
  ],
  roots: [{ from: PACKAGE, path: 'Member[parse,parseCookie].Return', memory: 'cookie', name: 'cookies', readOnly: true }],
  clears: [{ from: PACKAGE, path: 'Member[serialize].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') }],
});
