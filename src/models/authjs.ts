import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

const MAX_AGE = 'Member[session].Member[maxAge]';
const JWT_MAX_AGE = 'Member[jwt].Member[maxAge]';
const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

/** Renewed with each use. Without any of both it is 30 days. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: MAX_AGE, is: 'present' }], then: { read: MAX_AGE, unit: 's', option: 'session.maxAge' } },
  { clock: 'record', when: [{ read: JWT_MAX_AGE, is: 'present' }], then: { read: JWT_MAX_AGE, unit: 's', option: 'jwt.maxAge' } },
  { clock: 'record', then: { ms: THIRTY_DAYS } },
];

/** A token in a cookie, or the id of a record in a database: the cookie holds it in both cases. */
const CONFIG = { memory: 'cookie', lifetime: LIFETIME } satisfies Partial<ConfigRow>;

/** NextAuth 4 and Auth.js. */
export const authjs = defineModel({
  id: 'authjs',
  docs: 'https://authjs.dev/reference/core#session',
  packages: ['next-auth', '@auth/core', '@auth/express', '@auth/sveltekit'],
  checkedAgainst: 'next-auth 4.24, @auth/core 0.41',
  configs: [
    // `NextAuth(options)`, in API routes `NextAuth(req, res, options)`; since 5 a function of the request may stand there.
    { ...CONFIG, from: { package: 'next-auth' }, path: 'Return', options: 'Argument[0]', otherOptions: 'Argument[2]' },
    { ...CONFIG, from: { package: '@auth/core' }, path: 'Member[Auth].Return', options: 'Argument[1]' },
    { ...CONFIG, from: { package: '@auth/express' }, path: 'Member[ExpressAuth].Return', options: 'Argument[0]' },
    { ...CONFIG, from: { package: '@auth/sveltekit' }, path: 'Member[SvelteKitAuth].Return', options: 'Argument[0]' },
  ],
});
