import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

const CLEARED_BY = ['clearExpiredSessions'];

/** Sequelize store for express-session: one day, removed by a timer of the store, and a cookie with an end decides. */
export const connectSessionSequelize = defineModel({
  id: 'connect-session-sequelize',
  docs: 'https://github.com/mweibel/connect-session-sequelize#readme',
  packages: ['connect-session-sequelize'],
  checkedAgainst: '7.1, 8.0',
  stores: [
    {
      from: { package: 'connect-session-sequelize' },
      path: 'Return.New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'expiration', unit: 'ms' }),
      notRenewed: { when: { read: 'Member[disableTouch]', is: true }, option: 'disableTouch: true' },
      keepsEnded: [0, -1].map((is) => ({ when: { read: 'Member[checkExpirationInterval]', is }, option: `checkExpirationInterval: ${is}`, calls: CLEARED_BY })),
    },
  ],
});
