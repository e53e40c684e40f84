import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** Files for express-session: one hour after the last visit, and a cookie with an end decides. */
export const sessionFileStore = defineModel({
  id: 'session-file-store',
  docs: 'https://github.com/valery-barysok/session-file-store#readme',
  packages: ['session-file-store'],
  checkedAgainst: '1.5',
  stores: [
    {
      from: { package: 'session-file-store' },
      path: 'Return.New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'ttl', unit: 's', otherwise: 3_600_000 }),
      keepsEnded: [{ when: { read: 'Member[reapInterval]', is: -1 }, option: 'reapInterval: -1' }],
    },
  ],
});
