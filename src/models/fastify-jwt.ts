import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule, Read } from './library-model.js';

const APP = { type: 'fastify.App' } as const;
const REQUEST = { type: 'fastify.Request' } as const;
const REPLY = { type: 'fastify.Reply' } as const;
const PACKAGES = ['@fastify/jwt', 'fastify-jwt'] as const;

/** What the plugin hands to each token that says nothing else. */
const DEFAULT = 'Member[sign].Member[expiresIn]';
const OF_SET_UP: Read = { reader: 'set-up', read: DEFAULT };
/** `reply.jwtSign(claims, { sign: { expiresIn } })` and `reply.jwtSign(claims, { expiresIn })`. */
const OF_CALL: Read = { reader: 'first-of', reads: ['Argument[1].Member[expiresIn]', 'Argument[1].Member[sign].Member[expiresIn]'] };
const EXP = 'Argument[0].Member[exp]';

/** The plugin makes milliseconds of a number before fast-jwt sees it. */
const DEFAULTS: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: DEFAULT, is: 'present' }], then: { read: DEFAULT, unit: 'duration:jsonwebtoken', option: 'sign.expiresIn' } },
  { clock: 'record', then: 'unknown' },
];

const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: OF_CALL, is: 'present' }], then: { read: OF_CALL, unit: 'duration:jsonwebtoken', option: 'expiresIn' } },
  { clock: 'record', when: [{ read: OF_SET_UP, is: 'present' }], then: { read: OF_SET_UP, unit: 'duration:jsonwebtoken', option: 'sign.expiresIn' } },
  { clock: 'record', when: [{ read: EXP, is: 'present' }], then: { read: EXP, unit: 'epoch-s', option: 'exp' } },
  { clock: 'record', then: { never: 'default' } },
];

const CONFIG = { handedTo: { method: ['register'], argument: 0 }, memory: 'token', options: 'Argument[1]', lifetime: DEFAULTS } satisfies Partial<ConfigRow>;
const SIGN = { memory: 'token', value: 'Argument[0]', lifetime: LIFETIME, remedy: { set: ['expiresIn'], unit: 'text', argument: 1 } } as const;

/** Tokens of Fastify: the plugin's defaults hold for each call that says nothing else. */
export const fastifyJwt = defineModel({
  id: 'fastify-jwt',
  docs: 'https://github.com/fastify/fastify-jwt#readme',
  packages: PACKAGES,
  checkedAgainst: '@fastify/jwt 10.2',
  types: [{ name: 'fastify.App', from: REQUEST, path: 'Member[server]' }],
  configs: PACKAGES.flatMap((name) => ['', 'Member[fastifyJwt]'].map((path): ConfigRow => ({ from: { package: name }, path, ...CONFIG }))),
  writes: [
    { from: APP, path: 'Member[jwt].Member[sign].Return', ...SIGN },
    { from: REPLY, path: 'Member[jwtSign].Return', ...SIGN },
  ],
  limits: [
    ...PACKAGES.map((name) => ({ from: { package: name }, path: '', handedTo: CONFIG.handedTo, read: 'Argument[1].Member[verify].Member[maxAge]' })),
    { from: APP, path: 'Member[jwt].Member[verify].Return', read: 'Argument[1].Member[maxAge]' },
    { from: REQUEST, path: 'Member[jwtVerify].Return', read: { reader: 'first-of', reads: ['Argument[0].Member[maxAge]', 'Argument[0].Member[verify].Member[maxAge]'] } },
  ],
});
