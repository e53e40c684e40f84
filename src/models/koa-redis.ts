import { defineModel } from './define-model.js';

/** Redis store for Koa's sessions. It keeps a record as long as the session middleware says, and for ever where it says nothing. */
const STORE = { from: { package: 'koa-redis' }, options: 'Argument[0]', precedence: 'cookie-first', lifetime: [{ clock: 'record', then: { never: 'default' } }] } as const;

/** Redis store for Koa's sessions. */
export const koaRedis = defineModel({
  id: 'koa-redis',
  docs: 'https://github.com/koajs/koa-redis#readme',
  packages: ['koa-redis'],
  checkedAgainst: '4.0',
  stores: [
    { path: 'Return', ...STORE },
    { path: 'New', ...STORE },
  ],
});
