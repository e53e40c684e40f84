import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** Memcached store for express-session: its own `ttl`, else the cookie's end, else one day. */
export const connectMemcached = defineModel({
  id: 'connect-memcached',
  docs: 'https://github.com/balor/connect-memcached#readme',
  packages: ['connect-memcached'],
  checkedAgainst: '3.0',
  stores: [
    {
      from: { package: 'connect-memcached' },
      path: 'Return.New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'ttl', unit: 's', zeroIsDefault: true, wins: true }),
    },
  ],
});
