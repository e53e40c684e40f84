import { defineModel } from './define-model.js';
import { expressSession } from './express-session.js';

/** express-session as a module of NestJS: its options stand below `session`. */
export const nestjsSession = defineModel({
  id: 'nestjs-session',
  docs: 'https://github.com/iamolegga/nestjs-session#readme',
  packages: ['nestjs-session'],
  checkedAgainst: '3.0',
  configs: (expressSession.configs ?? []).map((row) => ({ ...row, from: { package: 'nestjs-session' }, path: 'Member[SessionModule].Member[forRoot].Return', options: 'Argument[0].Member[session]' })),
});
