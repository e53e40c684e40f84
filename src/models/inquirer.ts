import { defineModel } from './define-model.js';
import type { PromptRow } from './library-model.js';

/** Answers that are there are not asked, which is what the second argument is for. */
const PROMPT: Omit<PromptRow, 'from' | 'path'> = { questions: 'Argument[0]', name: 'name', skips: ['when', 'askAnswered'], shows: ['default'], known: 'Argument[1]' };
const ONE: Omit<PromptRow, 'from' | 'path'> = { questions: 'Argument[0]', shows: ['default'] };
const KINDS = ['input', 'number', 'select', 'editor', 'search', 'rawlist', 'expand', 'checkbox'];

/** Questions of programs that run in a terminal. */
export const inquirer = defineModel({
  id: 'inquirer',
  docs: 'https://github.com/SBoudrias/Inquirer.js',
  packages: ['inquirer', '@inquirer/prompts', ...KINDS.map((kind) => `@inquirer/${kind}`)],
  checkedAgainst: 'inquirer 8.2.7, 14.2.5, @inquirer/prompts 8.7.5',
  prompts: [
    { from: { package: 'inquirer' }, path: 'Member[prompt].Return', ...PROMPT },
    { from: { package: 'inquirer' }, path: 'Member[createPromptModule].Return.Return', ...PROMPT },
    { from: { package: '@inquirer/prompts' }, path: `Member[${KINDS.join(',')}].Return`, ...ONE },
    ...KINDS.map((kind) => ({ from: { package: `@inquirer/${kind}` }, path: 'Return', ...ONE })),
  ],
});
