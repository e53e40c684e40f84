import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** TypeORM store for express-session: its own `ttl`, else the cookie's end, else one day. */
export const connectTypeorm = defineModel({
  id: 'connect-typeorm',
  docs: 'https://github.com/nykula/connect-typeorm#readme',
  packages: ['connect-typeorm'],
  checkedAgainst: '2.0',
  stores: [
    {
      from: { package: 'connect-typeorm' },
      path: 'Member[TypeormStore].New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'ttl', unit: 's', wins: true }),
      fluent: ['connect'],
      keepsEnded: [{ when: { read: 'Member[cleanupLimit]', is: 'absent' }, option: 'cleanupLimit', code: '2', calls: ['delete', 'createQueryBuilder', 'query'] }],
    },
  ],
});
