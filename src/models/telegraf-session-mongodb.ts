import { defineModel } from './define-model.js';
import { NEVER_ENDS } from './never-ends.js';

/** Telegraf sessions in MongoDB: documents without a date, so that no index can end them. */
export const telegrafSessionMongodb = defineModel({
  id: 'telegraf-session-mongodb',
  docs: 'https://github.com/alexnzarov/telegraf-session-mongodb#readme',
  packages: ['telegraf-session-mongodb'],
  checkedAgainst: '2.0.2',
  configs: [{ from: { package: 'telegraf-session-mongodb' }, path: 'Member[session].Return', memory: 'server-session', options: 'Argument[1]', lifetime: NEVER_ENDS }],
});
