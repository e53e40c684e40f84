import { defineModel } from './define-model.js';

/** The history of a BuilderBot lies in its database; `MemoryDB` is none. */
export const builderbot = defineModel({
  id: 'builderbot',
  docs: 'https://www.builderbot.app/databases',
  packages: ['@builderbot/bot'],
  checkedAgainst: '1.3.13',
  configs: [{
    from: { package: '@builderbot/bot' }, path: 'Member[MemoryDB].New', memory: 'server-session', options: 'Argument[0]', lifetime: [],
    store: { always: 'process-memory' },
    durable: [
      { package: '@builderbot/database-mongo', store: 'MongoAdapter', drivers: ['mongodb', 'mongoose'], ends: 'it has no expiry of its own, so delete what is over' },
      { package: '@builderbot/database-postgres', store: 'PostgreSQLAdapter', drivers: ['pg'], ends: 'it has no expiry of its own, so delete what is over' },
      { package: '@builderbot/database-mysql', store: 'MysqlAdapter', drivers: ['mysql', 'mysql2'], ends: 'it has no expiry of its own, so delete what is over' },
    ],
  }],
});
