import { defineModel } from './define-model.js';
import type { From, SourceRow } from './library-model.js';

const DATA = 'Member[json,text,formData].Return';
const BYTES = 'Member[arrayBuffer,blob,bytes].Return';
const ANSWER = { gives: 'response', data: [DATA], bytes: [BYTES] } satisfies Partial<SourceRow>;
const PACKAGES = ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'isomorphic-unfetch'];

/** `fetch` of browsers and Node.js, packages that bring one along, and `request` of undici. */
export const fetch = defineModel({
  id: 'fetch',
  docs: 'https://developer.mozilla.org/docs/Web/API/Response',
  packages: [],
  checkedAgainst: 'Node.js 20, node-fetch 3 (read), undici 7 (read)',
  sources: [
    ...[{ global: 'fetch' }, ...PACKAGES.map((name) => ({ package: name }))].map((from: From) => ({ from, path: 'Return', ...ANSWER })),
    { from: { package: 'cross-fetch' }, path: 'Member[fetch].Return', ...ANSWER },
    { from: { package: 'undici' }, path: 'Member[fetch].Return', ...ANSWER },
    { from: { package: 'undici' }, path: 'Member[request].Return', gives: 'response', data: [`Member[body].${DATA}`], bytes: [`Member[body].${BYTES}`] },
  ],
});
