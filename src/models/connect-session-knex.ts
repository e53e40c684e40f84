import { defineModel } from './define-model.js';
import { fixedLifetime } from './store-lifetime.js';

const STORE = { options: 'Argument[0]', precedence: 'cookie-first', lifetime: fixedLifetime() } as const;

/** Knex store for express-session: the cookie's `maxAge`, else one day; the store clears its table. */
export const connectSessionKnex = defineModel({
  id: 'connect-session-knex',
  docs: 'https://github.com/gx0r/connect-session-knex#readme',
  packages: ['connect-session-knex'],
  checkedAgainst: '3, 5.0',
  stores: [
    {
      from: { package: 'connect-session-knex' },
      path: 'Member[ConnectSessionKnexStore].New',
      ...STORE,
      keepsEnded: [{ when: { read: 'Member[cleanupInterval]', is: 0 }, option: 'cleanupInterval: 0', calls: ['dbCleanup'] }],
    },
    // Before 4: `const KnexStore = require('connect-session-knex')(session)`.
    {
      from: { package: 'connect-session-knex' },
      path: 'Return.New',
      ...STORE,
      keepsEnded: [{ when: { read: 'Member[disableDbCleanup]', is: true }, option: 'disableDbCleanup: true' }],
    },
  ],
});
