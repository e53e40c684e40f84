import { defineModel } from './define-model.js';

const CLIENT = { type: 'superagent.Client' } as const;

/** A request is put together, and waited for or ended with a callback; the answer stands in `body` and `text`. */
export const superagent = defineModel({
  id: 'superagent',
  docs: 'https://ladjs.github.io/superagent/',
  packages: ['superagent'],
  checkedAgainst: '10 (read)',
  types: [
    { name: CLIENT.type, from: { package: 'superagent' }, path: '' },
    { name: CLIENT.type, from: { package: 'superagent' }, path: 'Member[agent].Return' },
  ],
  sources: [{
    from: CLIENT, path: 'Member[get,post,put,patch,del,delete].Return', gives: 'response', data: ['Member[body]', 'Member[text]'], callback: [{ parameter: 1, gives: 'result' }],
    chain: { keeps: ['set', 'query', 'send', 'auth', 'accept', 'type', 'timeout', 'retry', 'agent', 'use', 'withCredentials', 'responseType', 'buffer', 'redirects', 'ok', 'key', 'cert', 'ca', 'field', 'attach', 'end', 'on'] },
  }],
});
