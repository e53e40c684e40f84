import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

const MAX_AGE = 'Member[cookie].Member[maxAge]';
const EXPIRES = 'Member[cookie].Member[expires]';

/** Record and cookie end together. Zero and `null` are as good as no end. */
function ends(clock: LifetimeRule['clock'], otherwise: LifetimeRule['then']): readonly LifetimeRule[] {
  return [
    { clock, when: [{ read: MAX_AGE, is: 0 }, { read: EXPIRES, is: 'absent' }], then: otherwise },
    { clock, when: [{ read: MAX_AGE, is: null }, { read: EXPIRES, is: 'absent' }], then: otherwise },
    { clock, when: [{ read: MAX_AGE, is: 'present' }], then: { read: MAX_AGE, unit: 'ms', option: 'cookie.maxAge' } },
    { clock, when: [{ read: EXPIRES, is: null }], then: otherwise },
    { clock, when: [{ read: EXPIRES, is: 'present' }], then: { read: EXPIRES, unit: 'date', option: 'cookie.expires' } },
    { clock, then: otherwise },
  ];
}

const CONFIG: Omit<ConfigRow, 'from' | 'path'> = {
  handedTo: { method: ['register'], argument: 0 },
  memory: 'server-session',
  options: 'Argument[1]',
  lifetime: [...ends('record', { never: 'default' }), ...ends('cookie', 'browser-close')],
  store: { read: 'Member[store]', whenAbsent: 'process-memory' },
  eagerSave: { read: 'Member[saveUninitialized]', whenAbsent: true },
  misplaced: [
    { option: 'maxAge', instead: 'cookie.maxAge' },
    { option: 'expires', instead: 'cookie.expires' },
  ],
  moments: [{ option: 'cookie.expires', instead: 'cookie.maxAge' }],
  remedy: { set: ['cookie', 'maxAge'], unit: 'ms' },
};

const REQUEST = { type: 'fastify.Request' } as const;
const PACKAGES = ['@fastify/session', 'fastify-session'] as const;

/** `request.session` of Fastify: an id in a cookie, the record in a store that takes what express-session's stores take. */
export const fastifySession = defineModel({
  id: 'fastify-session',
  docs: 'https://github.com/fastify/session#readme',
  // `request.session` is the same behind each of them.
  packages: [...PACKAGES, '@fastify/secure-session'],
  checkedAgainst: '@fastify/session 10, 11',
  configs: PACKAGES.flatMap((name) => [
    { from: { package: name }, path: '', ...CONFIG },
    { from: { package: name }, path: 'Member[fastifySession]', ...CONFIG },
  ]),
  stores: [{ from: { package: '@fastify/session' }, path: 'Member[MemoryStore,Store].New', options: 'Argument[0]', precedence: 'cookie-first', inProcess: true, lifetime: [{ clock: 'record', then: { never: 'default' } }] }],
  writes: [{ from: REQUEST, path: 'Member[session].Member[set].Return', memory: 'server-session', key: 'Argument[0]', value: 'Argument[1]' }],
  reads: [{ from: REQUEST, path: 'Member[session].Member[get].Return', memory: 'server-session', key: 'Argument[0]' }],
  roots: [{ from: REQUEST, path: 'Member[session]', memory: 'server-session', name: 'session' }],
  clears: [{ from: REQUEST, path: 'Member[session].Member[destroy,delete,regenerate].Return', memory: 'server-session', clears: 'record' }],
  ownKeys: ['cookie', 'sessionId', 'encryptedSessionId', 'get', 'set', 'delete', 'destroy', 'touch', 'options', 'data', 'changed', 'deleted', 'passport', 'flash', '_csrf'],
});
