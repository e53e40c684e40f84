import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const EXPIRES_IN = 'Argument[2].Member[expiresIn]';
const EXP = 'Argument[0].Member[exp]';

/** Without one of both a token is good for ever. Together they throw. */
const LIFETIME: readonly LifetimeRule[] = [
  // `sign(claims, secret, callback)`
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'function' }, { read: EXP, is: 'absent' }], then: { never: 'default' } },
  // It throws, so there is no token.
  { clock: 'record', when: [{ read: EXPIRES_IN, is: 'undefined' }], then: 'unknown' },
  { clock: 'record', when: [{ read: EXPIRES_IN, is: Infinity }], then: 'unknown' },
  // A number is seconds. A text goes through `ms`, where digits alone are milliseconds.
  { clock: 'record', when: [{ read: EXPIRES_IN, is: 'present' }], then: { read: EXPIRES_IN, unit: 'duration:jsonwebtoken', option: 'expiresIn' } },
  { clock: 'record', when: [{ read: EXP, is: 'present' }], then: { read: EXP, unit: 'epoch-s', option: 'exp' } },
  { clock: 'record', then: { never: 'default' } },
];

/** Signed tokens: whoever holds one can read it, and nobody can take it back. */
export const jsonwebtoken = defineModel({
  id: 'jsonwebtoken',
  docs: 'https://github.com/auth0/node-jsonwebtoken#readme',
  packages: ['jsonwebtoken'],
  checkedAgainst: '9',
  writes: [
    { from: { package: 'jsonwebtoken' }, path: 'Member[sign].Return', memory: 'token', value: 'Argument[0]', lifetime: LIFETIME, remedy: { set: ['expiresIn'], unit: 'text', argument: 2 } },
  ],
  limits: [{ from: { package: 'jsonwebtoken' }, path: 'Member[verify].Return', read: 'Argument[2].Member[maxAge]' }],
});
