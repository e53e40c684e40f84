import { defineModel } from './define-model.js';

/** `fetch` of browsers and Node.js. */
export const fetch = defineModel({
  id: 'fetch',
  docs: 'https://developer.mozilla.org/docs/Web/API/Response',
  packages: [],
  checkedAgainst: 'Node.js 20',
  sources: [
    { from: { global: 'fetch' }, path: 'Return', gives: 'response', data: ['Member[json,text].Return'] },
  ],
});
