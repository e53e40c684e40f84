import { defineModel } from './define-model.js';
import type { DurableStore } from '../facts/index.js';
import type { LifetimeRule } from './library-model.js';

const MAX_AGE = 'Member[cookie].Member[maxAge]';
const EXPIRES = 'Member[cookie].Member[expires]';

/** Record and cookie end together. `null`, and `false` for a date, mean no end. */
function ends(clock: LifetimeRule['clock'], otherwise: LifetimeRule['then']): readonly LifetimeRule[] {
  return [
    // Since 1.19 `cookie` may be a function of the request.
    { clock, when: [{ read: 'Member[cookie]', is: 'function' }], then: 'unknown' },
    { clock, when: [{ read: MAX_AGE, is: 'number' }], then: { read: MAX_AGE, unit: 'ms', option: 'cookie.maxAge' } },
    { clock, when: [{ read: EXPIRES, is: null }, { read: MAX_AGE, is: 'absent' }], then: otherwise },
    { clock, when: [{ read: EXPIRES, is: false }, { read: MAX_AGE, is: 'absent' }], then: otherwise },
    { clock, when: [{ read: EXPIRES, is: 'present' }], then: { read: EXPIRES, unit: 'date', option: 'cookie.expires' } },
    { clock, when: [{ read: MAX_AGE, is: null }], then: otherwise },
    { clock, when: [{ read: MAX_AGE, is: 'present' }], then: { read: MAX_AGE, unit: 'ms', option: 'cookie.maxAge' } },
    { clock, then: otherwise },
  ];
}

const WITH_COOKIE = 'it ends sessions with their cookie, or, where that has no end, after';

/** What outlives the process, with the store's own default. */
const DURABLE: readonly DurableStore[] = [
  { package: 'connect-redis', store: 'RedisStore', drivers: ['redis', 'ioredis'], ends: `${WITH_COOKIE} a day` },
  { package: 'connect-pg-simple', store: 'PGStore', drivers: ['pg'], ends: `${WITH_COOKIE} a day` },
  { package: 'connect-mongo', store: 'MongoStore', drivers: ['mongodb', 'mongoose'], ends: `${WITH_COOKIE} 14 days` },
  { package: 'connect-session-sequelize', store: 'SequelizeStore', drivers: ['sequelize'], ends: `${WITH_COOKIE} a day` },
  { package: '@quixo3/prisma-session-store', store: 'PrismaSessionStore', drivers: ['@prisma/client'], ends: `${WITH_COOKIE} a day` },
  { package: 'express-mysql-session', store: 'MySQLStore', drivers: ['mysql2', 'mysql'], ends: `${WITH_COOKIE} a day` },
];

/** The session behind `req.session`: a cookie with an id, the record in a store. */
export const expressSession = defineModel({
  id: 'express-session',
  docs: 'https://github.com/expressjs/session#readme',
  // `req.session` is the same behind each of them.
  packages: ['express-session', 'cookie-session', 'client-sessions', 'nestjs-session'],
  checkedAgainst: '1.19',
  configs: [
    {
      from: { package: 'express-session' },
      path: 'Return',
      memory: 'server-session',
      options: 'Argument[0]',
      lifetime: [...ends('record', { never: 'default' }), ...ends('cookie', 'browser-close')],
      store: { read: 'Member[store]', whenAbsent: 'process-memory' },
      unset: { read: 'Member[unset]', removes: 'destroy' },
      eagerSave: { read: 'Member[saveUninitialized]', whenAbsent: true },
      durable: DURABLE,
      misplaced: [
        { option: 'maxAge', instead: 'cookie.maxAge' },
        { option: 'expires', instead: 'cookie.expires' },
        { option: 'ttl', instead: 'cookie.maxAge' },
      ],
      moments: [{ option: 'cookie.expires', instead: 'cookie.maxAge' }],
      remedy: { set: ['cookie', 'maxAge'], unit: 'ms', argument: 0 },
    },
  ],
  stores: [{ from: { package: 'express-session' }, path: 'Member[MemoryStore].New', options: 'Argument[0]', precedence: 'cookie-first', inProcess: true, lifetime: [{ clock: 'record', then: { never: 'default' } }] }],
  roots: [{ from: { type: 'express.Request' }, path: 'Member[session]', memory: 'server-session', name: 'session', needsSave: 'response' }],
  clears: [
    { from: { type: 'express.Request' }, path: 'Member[session].Member[destroy].Return', memory: 'server-session', clears: 'record' },
    { from: { type: 'express.Request' }, path: 'Member[session].Member[regenerate].Return', memory: 'server-session', clears: 'record', renews: true },
  ],
  // A session that is destroyed has nothing left to save.
  saves: [{ from: { type: 'express.Request' }, path: 'Member[session].Member[save,destroy].Return', memory: 'server-session' }],
  ownKeys: ['cookie', 'id', 'req', 'save', 'reload', 'touch', 'regenerate', 'destroy', 'resetMaxAge', 'passport', 'flash', 'csrfSecret', 'returnTo'],
});
