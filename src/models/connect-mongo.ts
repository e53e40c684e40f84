import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

const PACKAGE = { package: 'connect-mongo' } as const;
const TWO_WEEKS = 1_209_600_000;

/** Since 4 a class that connects by itself; `ttl: 0` ends a record at once. */
const STORE = {
  options: 'Argument[0]',
  precedence: 'cookie-first',
  lifetime: storeLifetime({ option: 'ttl', unit: 's', otherwise: TWO_WEEKS }),
  keepsEnded: [{ when: { read: 'Member[autoRemove]', is: 'disabled' }, option: "autoRemove: 'disabled'", calls: ['createIndex', 'createIndexes', 'ensureIndex'] }],
} as const;

/** MongoDB store for express-session: two weeks, removed by an index that it makes, and a cookie with an end decides. */
export const connectMongo = defineModel({
  id: 'connect-mongo',
  docs: 'https://github.com/jdesboeufs/connect-mongo#readme',
  packages: ['connect-mongo'],
  checkedAgainst: '3, 4, 5, 6',
  stores: [
    { from: PACKAGE, path: 'Member[create].Return', ...STORE },
    { from: PACKAGE, path: 'Member[MongoStore].Member[create].Return', ...STORE },
    { from: PACKAGE, path: 'New', ...STORE },
    { from: PACKAGE, path: 'Member[MongoStore].New', ...STORE },
    // Before 4: `const MongoStore = require('connect-mongo')(session)`, with `options.ttl || 1209600`.
    { from: PACKAGE, path: 'Return.New', ...STORE, lifetime: storeLifetime({ option: 'ttl', unit: 's', otherwise: TWO_WEEKS, zeroIsDefault: true }) },
  ],
});
