import { defineModel } from './define-model.js';
import { NEVER_ENDS } from './never-ends.js';

/** Stores that are handed to Telegraf's own `session`. None of them ends anything. */
export const telegrafSessionStores = defineModel({
  id: 'telegraf-session-stores',
  docs: 'https://github.com/telegraf/session#readme',
  packages: ['@telegraf/session'],
  checkedAgainst: '2.0.0-beta.7',
  stores: [
    { from: { package: '@telegraf/session/redis' }, path: 'Member[Redis].Return', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@telegraf/session/mongodb' }, path: 'Member[Mongo].Return', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@telegraf/session/pg' }, path: 'Member[Postgres].Return', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@telegraf/session/mysql' }, path: 'Member[MySQL].Return', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@telegraf/session/sqlite' }, path: 'Member[SQLite].Return', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
  ],
});
