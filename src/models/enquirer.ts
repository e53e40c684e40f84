import { defineModel } from './define-model.js';
import type { PromptRow } from './library-model.js';

const QUESTION: Omit<PromptRow, 'from' | 'path'> = { questions: 'Argument[0]', name: 'name', skips: ['skip', 'enabled', 'autofill'], shows: ['initial'] };

/** Questions of programs that run in a terminal. */
export const enquirer = defineModel({
  id: 'enquirer',
  docs: 'https://github.com/enquirer/enquirer#readme',
  packages: ['enquirer'],
  checkedAgainst: '2.4.1',
  prompts: [
    { from: { package: 'enquirer' }, path: 'Member[prompt].Return', ...QUESTION },
    { from: { package: 'enquirer' }, path: 'New.Member[prompt].Return', ...QUESTION },
  ],
});
