import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';
import { endsBySeconds, NEVER_ENDS } from './never-ends.js';

const PACKAGE = { package: 'hono-sessions' } as const;
const SESSION = { type: 'hono-sessions.Session' } as const;
const COOKIE_MAX_AGE = 'Member[cookieOptions].Member[maxAge]';
const COOKIE_EXPIRES = 'Member[cookieOptions].Member[expires]';

/** The cookie has options of its own, and no end by itself. */
const COOKIE: readonly LifetimeRule[] = [
  { clock: 'cookie', when: [{ read: COOKIE_MAX_AGE, is: 'present' }], then: { read: COOKIE_MAX_AGE, unit: 's', option: 'cookieOptions.maxAge' } },
  { clock: 'cookie', when: [{ read: COOKIE_EXPIRES, is: 'present' }], then: { read: COOKIE_EXPIRES, unit: 'date', option: 'cookieOptions.expires' } },
  { clock: 'cookie', then: 'browser-close' },
];

/** Sessions of Hono: what is stored holds its end, and without `expireAfterSeconds` there is none, wherever it is kept. */
export const honoSessions = defineModel({
  id: 'hono-sessions',
  docs: 'https://github.com/jcs224/hono_sessions#readme',
  packages: ['hono-sessions'],
  checkedAgainst: '0.8',
  types: [
    { name: SESSION.type, from: { type: 'hono.Context' }, path: 'Member[get].Return', when: [{ read: 'Argument[0]', is: 'session' }] },
    { name: SESSION.type, from: { type: 'hono.Context' }, path: 'Member[var].Member[session]' },
  ],
  declaredTypes: [{ package: 'hono-sessions', name: 'Session', type: SESSION.type }],
  configs: [{
    from: PACKAGE,
    path: 'Member[sessionMiddleware].Return',
    memory: 'server-session',
    options: 'Argument[0]',
    lifetime: [...endsBySeconds('expireAfterSeconds'), ...COOKIE],
    store: { read: 'Member[store]', whenAbsent: 'itself' },
    moments: [{ option: 'cookieOptions.expires', instead: 'cookieOptions.maxAge' }],
    remedy: { set: ['expireAfterSeconds'], unit: 's', argument: 0 },
  }],
  stores: [
    { from: PACKAGE, path: 'Member[MemoryStore].New', options: 'Argument[0]', precedence: 'cookie-first', inProcess: true, lifetime: NEVER_ENDS },
    { from: PACKAGE, path: 'Member[CookieStore].New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: NEVER_ENDS },
    { from: { package: 'hono-sessions/bun-sqlite-store' }, path: 'Member[BunSqliteStore].New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: NEVER_ENDS },
  ],
  writes: [
    { from: SESSION, path: 'Member[set].Return', memory: 'server-session', key: 'Argument[0]', value: 'Argument[1]' },
    { from: SESSION, path: 'Member[flash].Return', memory: 'server-session', key: 'Argument[0]', value: 'Argument[1]', once: true },
  ],
  reads: [{ from: SESSION, path: 'Member[get].Return', memory: 'server-session', key: 'Argument[0]' }],
  clears: [
    { from: SESSION, path: 'Member[forget].Return', memory: 'server-session', key: 'Argument[0]', clears: 'key' },
    { from: SESSION, path: 'Member[deleteSession].Return', memory: 'server-session', clears: 'record' },
  ],
});
