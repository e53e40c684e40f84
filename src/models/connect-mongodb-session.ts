import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

const STORE = {
  from: { package: 'connect-mongodb-session' },
  options: 'Argument[0]',
  precedence: 'cookie-first',
  lifetime: storeLifetime({ option: 'expires', unit: 'ms', otherwise: 1_209_600_000 }),
} as const;

/** Another MongoDB store for express-session: `expires` is a span in milliseconds, two weeks unless told otherwise. */
export const connectMongodbSession = defineModel({
  id: 'connect-mongodb-session',
  docs: 'https://github.com/mongodb-js/connect-mongodb-session#readme',
  packages: ['connect-mongodb-session'],
  checkedAgainst: '5.0',
  stores: [
    { path: 'Return.New', ...STORE },
    // It makes itself when it is called: `const store = MongoDBStore({ … })`.
    { path: 'Return.Return', ...STORE },
  ],
});
