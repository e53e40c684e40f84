import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

const MAX_AGE = { read: 'Member[maxAge]', unit: 'ms', option: 'maxAge' } as const;
/** Its name in old code; read where the other is absent. */
const OLD_NAME = { read: 'Member[maxage]', unit: 'ms', option: 'maxage' } as const;

/** The value, or what goes to the store, holds its end: one day where `maxAge` is left out or zero. */
const RECORD: readonly LifetimeRule[] = [
  // What a store makes of the word is its own affair.
  { clock: 'record', when: [{ read: 'Member[maxAge]', is: 'session' }, { read: 'Member[store]', is: 'absent' }, { read: 'Member[ContextStore]', is: 'absent' }], then: { never: 'option', option: "maxAge: 'session'" } },
  { clock: 'record', when: [{ read: 'Member[maxAge]', is: 'session' }], then: 'unknown' },
  { clock: 'record', when: [{ read: 'Member[maxAge]', is: 0 }], then: { ms: 86_400_000 } },
  { clock: 'record', when: [{ read: 'Member[maxAge]', is: 'present' }], then: MAX_AGE },
  { clock: 'record', when: [{ read: 'Member[maxage]', is: 'present' }], then: OLD_NAME },
  { clock: 'record', then: { ms: 86_400_000 } },
];

const COOKIE: readonly LifetimeRule[] = [
  { clock: 'cookie', when: [{ read: 'Member[maxAge]', is: 'session' }], then: 'browser-close' },
  { clock: 'cookie', when: [{ read: 'Member[maxAge]', is: 0 }], then: 'browser-close' },
  { clock: 'cookie', when: [{ read: 'Member[maxAge]', is: 'present' }], then: MAX_AGE },
  { clock: 'cookie', when: [{ read: 'Member[maxage]', is: 'present' }], then: OLD_NAME },
  { clock: 'cookie', then: 'browser-close' },
];

const CONFIG: Omit<ConfigRow, 'path'> = {
  from: { package: 'koa-session' },
  memory: 'server-session',
  options: 'Argument[0]',
  // `session(app, options)`
  otherOptions: 'Argument[1]',
  lifetime: [...RECORD, ...COOKIE],
  store: { read: { reader: 'first-of', reads: ['Member[store]', 'Member[ContextStore]'] }, whenAbsent: 'cookie' },
  remedy: { set: ['maxAge'], unit: 'ms' },
};

/** `ctx.session` in a signed, readable cookie, or in a store that the code brings. */
export const koaSession = defineModel({
  id: 'koa-session',
  docs: 'https://github.com/koajs/session#readme',
  // `ctx.session` is the same behind each of them.
  packages: ['koa-session', 'koa-generic-session'],
  checkedAgainst: 'koa-session 6, 7',
  configs: [
    { path: 'Return', ...CONFIG },
    { path: 'Member[createSession].Return', ...CONFIG },
  ],
  roots: [{ from: { type: 'koa.Context' }, path: 'Member[session]', memory: 'server-session', name: 'session' }],
  clears: [{ from: { type: 'koa.Context' }, path: 'Member[session].Member[regenerate].Return', memory: 'server-session', clears: 'record' }],
  ownKeys: ['isNew', 'maxAge', 'save', 'manuallyCommit', 'regenerate', 'cookie', 'passport', 'length', 'populated', '_expire', '_maxAge'],
});
