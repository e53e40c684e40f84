import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[disableTTL]', is: true }], then: { never: 'option', option: 'disableTTL: true' }, final: true },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: Infinity }], then: { never: 'option', option: 'ttl: Infinity' } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'function' }], then: 'unknown', final: true },
  // `opts.ttl || 86400`: zero is one day.
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 0 }], then: { ms: 86_400_000 } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'present' }], then: { read: 'Member[ttl]', unit: 's', option: 'ttl' } },
  { clock: 'record', then: { ms: 86_400_000 } },
];

const NOT_RENEWED = { when: { read: 'Member[disableTouch]', is: true }, option: 'disableTouch: true' } as const;

/** Redis store for express-session; one day unless told otherwise, and a numeric `ttl` yields to `cookie.maxAge`. */
export const connectRedis = defineModel({
  id: 'connect-redis',
  docs: 'https://github.com/tj/connect-redis#readme',
  packages: ['connect-redis'],
  checkedAgainst: '6, 7, 8, 9, 10',
  stores: [
    { from: { package: 'connect-redis' }, path: 'New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: LIFETIME, notRenewed: NOT_RENEWED },
    { from: { package: 'connect-redis' }, path: 'Member[RedisStore].New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: LIFETIME, notRenewed: NOT_RENEWED },
    // Before 7: `const RedisStore = require('connect-redis')(session)`.
    { from: { package: 'connect-redis' }, path: 'Return.New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: LIFETIME, notRenewed: NOT_RENEWED },
  ],
});
