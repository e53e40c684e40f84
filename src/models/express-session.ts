import { defineModel } from './define-model.js';

/** The session behind `req.session`: a cookie with an id, the record in a store. */
export const expressSession = defineModel({
  id: 'express-session',
  docs: 'https://github.com/expressjs/session#readme',
  packages: ['express-session'],
  checkedAgainst: '1.19',
  configs: [
    {
      from: { package: 'express-session' },
      path: 'Return',
      memory: 'server-session',
      options: 'Argument[0]',
      lifetime: [
        { clock: 'record', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 'ms', option: 'cookie.maxAge' } },
        { clock: 'record', when: [{ read: 'Member[cookie].Member[expires]', is: 'present' }], then: { read: 'Member[cookie].Member[expires]', unit: 'date', option: 'cookie.expires' } },
        // Since 1.19 `cookie` may be a function of the request.
        { clock: 'record', when: [{ read: 'Member[cookie]', is: 'function' }], then: 'unknown' },
        { clock: 'record', then: { never: 'default' } },
        { clock: 'cookie', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 'ms', option: 'cookie.maxAge' } },
        { clock: 'cookie', then: 'browser-close' },
      ],
      store: { read: 'Member[store]', whenAbsent: 'process-memory' },
      eagerSave: { read: 'Member[saveUninitialized]', whenAbsent: true },
      misplaced: [
        { option: 'maxAge', instead: 'cookie.maxAge' },
        { option: 'expires', instead: 'cookie.expires' },
        { option: 'ttl', instead: 'cookie.maxAge' },
      ],
      remedy: { set: ['cookie', 'maxAge'], unit: 'ms', argument: 0 },
    },
  ],
  stores: [{ from: { package: 'express-session' }, path: 'Member[MemoryStore].New', options: 'Argument[0]', precedence: 'cookie-first', inProcess: true, lifetime: [{ clock: 'record', then: { never: 'default' } }] }],
  roots: [{ from: { type: 'express.Request' }, path: 'Member[session]', memory: 'server-session', name: 'session' }],
  clears: [{ from: { type: 'express.Request' }, path: 'Member[session].Member[destroy,regenerate].Return', memory: 'server-session', clears: 'record' }],
  ownKeys: ['cookie', 'id', 'req', 'passport', 'flash', 'csrfSecret', 'returnTo'],
});
