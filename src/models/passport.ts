import { defineModel } from './define-model.js';
import type { When } from './library-model.js';

const REQUEST = { type: 'express.Request' } as const;
/** `req.login(user, { keepSessionInfo: true }, done)` */
const KEEPS_NOTHING: readonly When[] = [{ read: 'Argument[1].Member[keepSessionInfo]', is: 'absent' }];

/** Since 0.6 whoever signs in gets a new session, against session fixation, and what the old one held is dropped. */
export const passport = defineModel({
  id: 'passport',
  docs: 'https://github.com/jaredhanson/passport/blob/master/CHANGELOG.md',
  packages: ['passport'],
  checkedAgainst: '0.5, 0.6, 0.7 (read)',
  clears: [
    { from: REQUEST, path: 'Member[login,logIn].Return', memory: 'server-session', clears: 'record', renews: true, versions: '>=0.6', when: KEEPS_NOTHING },
    { from: REQUEST, path: 'Member[logout,logOut].Return', memory: 'server-session', clears: 'record', renews: true, versions: '>=0.6', when: [{ read: 'Argument[0].Member[keepSessionInfo]', is: 'absent' }] },
  ],
});
