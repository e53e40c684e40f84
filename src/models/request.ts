import { defineModel } from './define-model.js';
import type { SourceRow } from './library-model.js';

const CALLING = { type: 'request.Request' } as const;
const PROMISING = { type: 'request.PromisingRequest' } as const;
const VERBS = 'Member[get,post,put,patch,del,delete].Return';
const CALLED = { from: CALLING, gives: 'response', data: ['Member[body]'], callback: [{ parameter: 1, gives: 'result' }, { parameter: 2, gives: 'data' }] } satisfies Partial<SourceRow>;
/** `resolveWithFullResponse` gives more: the body and what is around it. */
const PROMISED = { from: PROMISING, gives: 'response' } satisfies Partial<SourceRow>;

/** `request(url, (error, response, body) => …)`, and what makes promises of it. */
export const request = defineModel({
  id: 'request',
  docs: 'https://github.com/request/request#readme',
  packages: ['request', 'request-promise', 'request-promise-native'],
  checkedAgainst: '2.88 (read), request-promise 4 (read)',
  types: [
    { name: CALLING.type, from: { package: 'request' }, path: '' },
    { name: CALLING.type, from: CALLING, path: 'Member[defaults].Return' },
    ...['request-promise', 'request-promise-native'].map((name) => ({ name: PROMISING.type, from: { package: name }, path: '' })),
    { name: PROMISING.type, from: PROMISING, path: 'Member[defaults].Return' },
  ],
  sources: [
    { ...CALLED, path: VERBS },
    { ...CALLED, path: 'Return' },
    { ...PROMISED, path: VERBS },
    { ...PROMISED, path: 'Return' },
  ],
});
