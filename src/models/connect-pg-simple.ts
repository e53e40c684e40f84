import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** PostgreSQL store for express-session: one day, removed by a timer of the store, and a cookie with an end decides. */
export const connectPgSimple = defineModel({
  id: 'connect-pg-simple',
  docs: 'https://github.com/voxpelli/node-connect-pg-simple#readme',
  packages: ['connect-pg-simple'],
  checkedAgainst: '10.0',
  stores: [
    {
      from: { package: 'connect-pg-simple' },
      path: 'Return.New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'ttl', unit: 's', zeroIsDefault: true }),
      notRenewed: { when: { read: 'Member[disableTouch]', is: true }, option: 'disableTouch: true' },
      keepsEnded: [{ when: { read: 'Member[pruneSessionInterval]', is: false }, option: 'pruneSessionInterval: false', calls: ['pruneSessions'] }],
    },
  ],
});
