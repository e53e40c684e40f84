import { defineModel } from './define-model.js';

/** What the language and its hosts do with a value that they are handed whole. */
export const javascript = defineModel({
  id: 'javascript',
  docs: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects',
  packages: [],
  checkedAgainst: 'ECMAScript 2026, Node 20',
  // `session({ store: new Map() })`
  stores: [{ from: { global: 'Map' }, path: 'New', options: 'Argument[0]', precedence: 'store-first', inProcess: true, lifetime: [{ clock: 'record', then: { never: 'default' } }] }],
  escapes: [
    { from: { global: 'console' }, path: 'Member[log,info,warn,error,debug,trace,dir,table].Return', argument: 'Argument[any]', to: 'logged' },
    { from: { global: 'JSON' }, path: 'Member[stringify].Return', argument: 'Argument[0]', to: 'serialised' },
    { from: { global: 'structuredClone' }, path: 'Return', argument: 'Argument[0]', to: 'serialised' },
    { from: { global: 'Response' }, path: 'Member[json].Return', argument: 'Argument[0]', to: 'sent' },
  ],
});
