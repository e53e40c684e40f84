import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

/** The end of the cookie. */
const COOKIE: readonly LifetimeRule[] = [
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 's', option: 'cookie.maxAge' } },
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[expires]', is: 'present' }], then: { read: 'Member[cookie].Member[expires]', unit: 'date', option: 'cookie.expires' } },
  { clock: 'cookie', then: 'browser-close' },
];

/** Since 7.3 the sealed value holds when it was written, and `expiry` counts from there. */
const SINCE_7_3: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[expiry]', is: 0 }], then: { ms: 86_401_000 } },
  { clock: 'record', when: [{ read: 'Member[expiry]', is: 'present' }], then: { read: 'Member[expiry]', unit: 's', option: 'expiry' } },
  { clock: 'record', then: { ms: 86_401_000 } },
];

/** Before, the cookie's end was the only one. */
const BEFORE_7_3: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 's', option: 'cookie.maxAge' } },
  { clock: 'record', when: [{ read: 'Member[cookie].Member[expires]', is: 'present' }], then: { read: 'Member[cookie].Member[expires]', unit: 'date', option: 'cookie.expires' } },
  { clock: 'record', then: { never: 'default' } },
];

const CONFIG: Omit<ConfigRow, 'lifetime' | 'path'> = {
  from: { package: '@fastify/secure-session' },
  handedTo: { method: ['register'], argument: 0 },
  memory: 'cookie',
  options: 'Argument[1]',
  moments: [{ option: 'cookie.expires', instead: 'cookie.maxAge' }],
};

/** `request.session` of Fastify, sealed into a cookie. All of its times are seconds. */
export const fastifySecureSession = defineModel({
  id: 'fastify-secure-session',
  docs: 'https://github.com/fastify/fastify-secure-session#readme',
  packages: ['@fastify/secure-session'],
  checkedAgainst: '5, 7, 8',
  configs: ['', 'Member[fastifySecureSession]'].flatMap((path) => [
    { path, ...CONFIG, versions: '<7.3', lifetime: [...BEFORE_7_3, ...COOKIE], remedy: { set: ['cookie', 'maxAge'], unit: 's' } },
    { path, ...CONFIG, lifetime: [...SINCE_7_3, ...COOKIE], remedy: { set: ['expiry'], unit: 's' } },
  ]),
});
