import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** MySQL store for express-session: one day, removed by a timer of the store, and a cookie with an end decides. */
export const expressMysqlSession = defineModel({
  id: 'express-mysql-session',
  docs: 'https://github.com/chill117/express-mysql-session#readme',
  packages: ['express-mysql-session'],
  checkedAgainst: '3.0',
  stores: [
    {
      from: { package: 'express-mysql-session' },
      path: 'Return.New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'expiration', unit: 'ms' }),
      notRenewed: { when: { read: 'Member[disableTouch]', is: true }, option: 'disableTouch: true' },
      keepsEnded: [{ when: { read: 'Member[clearExpired]', is: false }, option: 'clearExpired: false', calls: ['clearExpiredSessions', 'setExpirationInterval'] }],
    },
  ],
});
