import { defineModel } from './define-model.js';
import type { QueryChain, Read, SourceRow } from './library-model.js';

const STORE = { type: 'firestore.Firestore' } as const;
const QUERY = { type: 'firestore.Query' } as const;
const MODULES = ['firebase/firestore', 'firebase/firestore/lite', '@firebase/firestore'];
const ADMIN = ['firebase-admin/firestore', '@google-cloud/firestore'];
const CHAIN: QueryChain = { keeps: ['get', 'where', 'orderBy', 'startAfter', 'startAt', 'endAt', 'endBefore', 'withConverter', 'data'], bounds: ['limit', 'limitToLast'], picks: ['select', 'count'] };
const DOCUMENT = { gives: 'record', data: ['Member[data].Return'] } satisfies Partial<SourceRow>;
const DOCUMENTS = { gives: 'records', data: ['Member[docs]'] } satisfies Partial<SourceRow>;

/** `getDocs(query(reference, where(…), limit(10)))` */
const LIMITED = [1, 2, 3, 4].flatMap((index) => ['limit', 'limitToLast'].map((call): Read => ({ reader: 'made-by', at: `Argument[0].Argument[${index}]`, call, packages: MODULES, inside: 'Argument[0]', inner: 'Member[limit]' })));

/** A document is whole: only `select` of the server's client picks fields. */
export const firestore = defineModel({
  id: 'firestore',
  docs: 'https://firebase.google.com/docs/firestore/query-data/get-data',
  packages: ['firebase', 'firebase-admin', '@google-cloud/firestore', '@firebase/firestore'],
  checkedAgainst: 'firebase 12 (read), @google-cloud/firestore 8 (read)',
  types: [
    { name: STORE.type, from: { package: 'firebase-admin/firestore' }, path: 'Member[getFirestore].Return' },
    { name: STORE.type, from: { package: '@google-cloud/firestore' }, path: 'Member[Firestore].New' },
    ...['firebase-admin', 'firebase/app', 'firebase/compat/app', 'firebase'].map((name) => ({ name: STORE.type, from: { package: name }, path: 'Member[firestore].Return' })),
    { name: QUERY.type, from: STORE, path: 'Member[collection,collectionGroup].Return' },
    { name: QUERY.type, from: QUERY, path: 'Member[doc].Return.Member[collection].Return' },
  ],
  declaredTypes: [
    ...ADMIN.map((name) => ({ package: name, name: 'Firestore', type: STORE.type })),
    ...ADMIN.flatMap((from) => ['CollectionReference', 'Query'].map((name) => ({ package: from, name, type: QUERY.type }))),
  ],
  sources: [
    { from: QUERY, path: 'Member[doc].Return', ...DOCUMENT, chain: CHAIN },
    { from: STORE, path: 'Member[doc].Return', ...DOCUMENT, chain: CHAIN },
    { from: STORE, path: 'Member[collection,collectionGroup].Return', ...DOCUMENTS, chain: CHAIN },
    ...MODULES.flatMap((name): readonly SourceRow[] => [
      { from: { package: name }, path: 'Member[getDoc,getDocFromServer,getDocFromCache].Return', ...DOCUMENT },
      { from: { package: name }, path: 'Member[getDocs,getDocsFromServer,getDocsFromCache].Return', ...DOCUMENTS, bounds: LIMITED, chain: { keeps: ['data'] } },
    ]),
  ],
});
