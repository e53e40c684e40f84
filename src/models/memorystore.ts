import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** A store for express-session that keeps records in this process: its own `ttl`, else the cookie's end, else one day. */
export const memorystore = defineModel({
  id: 'memorystore',
  docs: 'https://github.com/roccomuso/memorystore#readme',
  packages: ['memorystore'],
  checkedAgainst: '1.6',
  stores: [
    {
      from: { package: 'memorystore' },
      path: 'Return.New',
      options: 'Argument[0]',
      precedence: 'cookie-first',
      inProcess: true,
      // With `max` the oldest are pushed out.
      keepsEnded: [{ when: { read: 'Member[checkPeriod]', is: 'absent' }, and: [{ read: 'Member[max]', is: 'absent' }], option: 'checkPeriod', code: '24 * 60 * 60 * 1000', calls: ['prune', 'startInterval'] }],
      lifetime: [
        // Its cache takes zero for no end.
        { clock: 'record', when: [{ read: 'Member[ttl]', is: 0 }], then: { never: 'option', option: 'ttl: 0' }, final: true },
        ...storeLifetime({ option: 'ttl', unit: 'ms', wins: true }),
      ],
    },
  ],
});
