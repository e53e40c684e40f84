import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const TTL = { read: 'Member[ttl]', unit: 'ms', option: 'ttl' } as const;
const MAX_AGE = { read: 'Member[cookie].Member[maxAge]', unit: 'ms', option: 'cookie.maxAge' } as const;
const EXPIRES = { read: 'Member[cookie].Member[expires]', unit: 'date', option: 'cookie.expires' } as const;
const IN_MEMORY = { read: 'Member[store]', is: 'absent' } as const;

const RECORD: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'function' }], then: 'unknown' },
  // The memory store takes no time to live: what is in it stays. An end of the cookie is counted as the session's.
  { clock: 'record', when: [IN_MEMORY, { read: 'Member[ttl]', is: 'present' }, { read: MAX_AGE.read, is: 'absent' }, { read: EXPIRES.read, is: 'absent' }], then: { never: 'ignored-option', option: 'ttl' } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 0 }], then: { ms: 86_400_000 } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'present' }], then: TTL },
  { clock: 'record', when: [{ read: EXPIRES.read, is: 'present' }], then: EXPIRES },
  // The store is handed no time to live.
  { clock: 'record', when: [{ read: MAX_AGE.read, is: null }], then: { never: 'default' } },
  { clock: 'record', when: [{ read: MAX_AGE.read, is: 'present' }], then: MAX_AGE },
  { clock: 'record', when: [IN_MEMORY], then: { never: 'default' } },
  { clock: 'record', then: { ms: 86_400_000 } },
];

/** The cookie's own default is one day. */
const COOKIE: readonly LifetimeRule[] = [
  { clock: 'cookie', when: [{ read: MAX_AGE.read, is: null }], then: 'browser-close' },
  { clock: 'cookie', when: [{ read: MAX_AGE.read, is: 'present' }], then: MAX_AGE },
  { clock: 'cookie', then: { ms: 86_400_000 } },
];

/** `ctx.session` by an id in a cookie and a record in a store; without a store in this process, for ever. */
export const koaGenericSession = defineModel({
  id: 'koa-generic-session',
  docs: 'https://github.com/koajs/generic-session#readme',
  packages: ['koa-generic-session'],
  checkedAgainst: '2.3',
  configs: [
    {
      from: { package: 'koa-generic-session' },
      path: 'Return',
      memory: 'server-session',
      options: 'Argument[0]',
      lifetime: [...RECORD, ...COOKIE],
      store: { read: 'Member[store]', whenAbsent: 'process-memory' },
      misplaced: [{ option: 'maxAge', instead: 'cookie.maxAge' }],
      moments: [{ option: 'cookie.expires', instead: 'cookie.maxAge' }],
      eagerSave: { read: 'Member[allowEmpty]', whenAbsent: false },
    },
  ],
  stores: [{ from: { package: 'koa-generic-session' }, path: 'Member[MemoryStore].New', options: 'Argument[0]', precedence: 'store-first', inProcess: true, lifetime: [{ clock: 'record', then: { never: 'default' } }] }],
  clears: [{ from: { type: 'koa.Context' }, path: 'Member[regenerateSession].Return', memory: 'server-session', clears: 'record' }],
});
