import { defineModel } from './define-model.js';

/** Questions of programs that run in a terminal. A `placeholder` is a hint, not an answer. */
export const clack = defineModel({
  id: 'clack',
  docs: 'https://bomb.sh/docs/clack/packages/prompts/',
  packages: ['@clack/prompts'],
  checkedAgainst: '1.9.0',
  prompts: [
    { from: { package: '@clack/prompts' }, path: 'Member[text,select,multiselect,autocomplete,date,path].Return', questions: 'Argument[0]', shows: ['initialValue', 'defaultValue'] },
    { from: { package: '@clack/prompts' }, path: 'Member[group].Return', questions: 'Argument[0]', returned: true, shows: ['initialValue', 'defaultValue'] },
  ],
});
