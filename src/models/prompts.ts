import { defineModel } from './define-model.js';

/** Questions of programs that run in a terminal. Whatever `type` a function gives may be none, and then nothing is asked. */
export const prompts = defineModel({
  id: 'prompts',
  docs: 'https://github.com/terkelg/prompts#readme',
  packages: ['prompts'],
  checkedAgainst: '2.4.2',
  prompts: [{ from: { package: 'prompts' }, path: 'Return', questions: 'Argument[0]', name: 'name', skips: ['type'], shows: ['initial'] }],
});
