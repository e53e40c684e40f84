import { defineModel } from './define-model.js';
import { fixedLifetime } from './store-lifetime.js';

const STORE = { path: 'Return.New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: fixedLifetime() } as const;

/** SQLite stores for express-session: the cookie's `maxAge`, else one day; both clear their table. */
export const sqliteSessionStores = defineModel({
  id: 'sqlite-session-stores',
  docs: 'https://github.com/rawberg/connect-sqlite3#readme',
  packages: ['connect-sqlite3', 'better-sqlite3-session-store'],
  checkedAgainst: 'connect-sqlite3 0.9, better-sqlite3-session-store 0.1',
  stores: [
    { from: { package: 'connect-sqlite3' }, ...STORE },
    { from: { package: 'better-sqlite3-session-store' }, ...STORE, immediate: true },
  ],
});
