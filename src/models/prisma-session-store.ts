import { defineModel } from './define-model.js';
import { storeLifetime } from './store-lifetime.js';

/** Prisma store for express-session: its own `ttl`, else the cookie's end, else one day. */
export const prismaSessionStore = defineModel({
  id: 'prisma-session-store',
  docs: 'https://github.com/kleydon/prisma-session-store#readme',
  packages: ['@quixo3/prisma-session-store'],
  checkedAgainst: '3.1',
  stores: [
    {
      from: { package: '@quixo3/prisma-session-store' },
      path: 'Member[PrismaSessionStore].New',
      options: 'Argument[1]',
      precedence: 'cookie-first',
      lifetime: storeLifetime({ option: 'ttl', unit: 'ms', wins: true }),
      keepsEnded: [{ when: { read: 'Member[checkPeriod]', is: 'absent' }, option: 'checkPeriod', code: '2 * 60 * 1000', calls: ['prune', 'startInterval', 'deleteMany'] }],
    },
  ],
});
