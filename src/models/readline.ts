import { defineModel } from './define-model.js';

/** Questions of programs that run in a terminal, by Node itself. They can neither be left out nor show an answer. */
export const readline = defineModel({
  id: 'readline',
  docs: 'https://nodejs.org/api/readline.html#readlinepromises-api',
  packages: ['readline', 'node:readline'],
  checkedAgainst: 'Node 20',
  types: [
    { name: 'readline.Interface', from: { package: 'node:readline/promises' }, path: 'Member[createInterface].Return' },
    { name: 'readline.Interface', from: { package: 'readline/promises' }, path: 'Member[createInterface].Return' },
    { name: 'readline.Interface', from: { package: 'node:readline' }, path: 'Member[promises].Member[createInterface].Return' },
    { name: 'readline.Interface', from: { package: 'readline' }, path: 'Member[promises].Member[createInterface].Return' },
  ],
  declaredTypes: [
    { package: 'node:readline/promises', name: 'Interface', type: 'readline.Interface' },
    { package: 'readline/promises', name: 'Interface', type: 'readline.Interface' },
  ],
  prompts: [{ from: { type: 'readline.Interface' }, path: 'Member[question].Return', questions: 'Argument[0]' }],
});
