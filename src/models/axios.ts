import { defineModel } from './define-model.js';
import type { SourceRow } from './library-model.js';

const INSTANCE = { type: 'axios.Instance' } as const;
const ANSWER = { gives: 'response', data: ['Member[data]'] } satisfies Partial<SourceRow>;

/** What an API answered stands in `data`. */
export const axios = defineModel({
  id: 'axios',
  docs: 'https://axios-http.com/docs/res_schema',
  packages: ['axios'],
  checkedAgainst: '1',
  types: [
    { name: INSTANCE.type, from: { package: 'axios' }, path: '' },
    { name: INSTANCE.type, from: { package: 'axios' }, path: 'Member[create].Return' },
  ],
  declaredTypes: ['AxiosInstance', 'AxiosStatic'].map((name) => ({ package: 'axios', name, type: INSTANCE.type })),
  sources: [
    { from: INSTANCE, path: 'Member[get,post,put,patch,delete,request,postForm,putForm,patchForm].Return', ...ANSWER },
    { from: INSTANCE, path: 'Return', ...ANSWER },
  ],
});
