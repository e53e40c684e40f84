import { defineModel } from './define-model.js';
import type { ConfigRow, LibraryModel, LifetimeRule, Read } from './library-model.js';

/** Packages that have the storages which need nothing around them, and `createCookie`. */
const PLAIN = ['@remix-run/node', '@remix-run/cloudflare', '@remix-run/deno', 'react-router'] as const;
/** Storages that need something around them, and who has them. */
const STORED = {
  '@remix-run/node': 'createFileSessionStorage',
  '@remix-run/deno': 'createFileSessionStorage',
  '@react-router/node': 'createFileSessionStorage',
  '@remix-run/cloudflare': 'createWorkersKVSessionStorage',
  '@react-router/cloudflare': 'createWorkersKVSessionStorage',
  '@remix-run/architect': 'createArcTableSessionStorage',
  '@react-router/architect': 'createArcTableSessionStorage',
} as const;
const STORED_ENTRIES = Object.entries(STORED);
const PACKAGES = [...new Set([...PLAIN, ...Object.keys(STORED)])];

/** `cookie: { maxAge }` or `cookie: createCookie('__session', { maxAge })`. */
const optionOfCookie = (option: string): Read => ({ reader: 'made-by', at: 'Member[cookie]', call: 'createCookie', packages: PLAIN, inside: `Argument[1].Member[${option}]`, inner: `Member[${option}]` });

function ends(clock: LifetimeRule['clock'], otherwise: LifetimeRule['then']): readonly LifetimeRule[] {
  return [
    { clock, when: [{ read: optionOfCookie('maxAge'), is: 'present' }], then: { read: optionOfCookie('maxAge'), unit: 's', option: 'cookie.maxAge' } },
    { clock, when: [{ read: optionOfCookie('expires'), is: 'present' }], then: { read: optionOfCookie('expires'), unit: 'date', option: 'cookie.expires' } },
    { clock, then: otherwise },
  ];
}

const CONFIG = {
  options: 'Argument[0]',
  moments: [{ option: 'cookie.expires', instead: 'cookie.maxAge', owner: { reader: 'made-by', at: 'Member[cookie]', call: 'createCookie', packages: PLAIN, inside: 'Argument[1]', inner: '' } }],
  endedBy: { method: ['commitSession'], reads: [{ reader: 'first-of', reads: ['Argument[1].Member[maxAge]', 'Argument[1].Member[expires]'] }] },
  remedy: { set: ['cookie', 'maxAge'], unit: 's', argument: 0 },
} satisfies Partial<ConfigRow>;

/** Neither the value of the cookie nor the record holds a time of its own. */
const LIFETIME = [...ends('record', { never: 'default' }), ...ends('cookie', 'browser-close')];

/** Rows for what a session can do, wherever it is kept. */
function rowsOf(memory: 'cookie' | 'server-session', session: string, storage: string): Required<Pick<LibraryModel, 'writes' | 'reads' | 'clears' | 'saves'>> {
  const from = { type: session };
  const commits = { from: { type: storage }, memory, session: 'Argument[0]', returned: 'header' } as const;
  return {
    writes: [
      { from, path: 'Member[set].Return', memory, key: 'Argument[0]', value: 'Argument[1]', needsSave: 'header' },
      { from, path: 'Member[flash].Return', memory, key: 'Argument[0]', value: 'Argument[1]', needsSave: 'header', once: true },
    ],
    reads: [{ from, path: 'Member[get,has].Return', memory, key: 'Argument[0]' }],
    clears: [
      { from, path: 'Member[unset].Return', memory, key: 'Argument[0]', clears: 'key' },
      { from: { type: storage }, path: 'Member[destroySession].Return', memory, clears: 'both' },
    ],
    // A session that is destroyed has nothing left to commit.
    saves: [{ ...commits, path: 'Member[commitSession].Return' }, { ...commits, path: 'Member[destroySession].Return' }],
  };
}

const inCookie = rowsOf('cookie', 'remix.CookieSession', 'remix.CookieStorage');
const onServer = rowsOf('server-session', 'remix.Session', 'remix.Storage');

/** Sessions of Remix and React Router: read from a cookie's header, and kept by the header that `commitSession` makes. */
export const remix = defineModel({
  id: 'remix',
  docs: 'https://reactrouter.com/explanation/sessions-and-cookies',
  packages: PACKAGES,
  checkedAgainst: 'react-router 7, @remix-run 2',
  types: [
    ...PLAIN.flatMap((name) => [
      { name: 'remix.CookieStorage', from: { package: name }, path: 'Member[createCookieSessionStorage].Return' },
      { name: 'remix.Storage', from: { package: name }, path: 'Member[createSessionStorage,createMemorySessionStorage].Return' },
    ]),
    ...STORED_ENTRIES.map(([name, make]) => ({ name: 'remix.Storage', from: { package: name }, path: `Member[${make}].Return` })),
    { name: 'remix.CookieSession', from: { type: 'remix.CookieStorage' }, path: 'Member[getSession].Return' },
    { name: 'remix.Session', from: { type: 'remix.Storage' }, path: 'Member[getSession].Return' },
  ],
  declaredTypes: PLAIN.flatMap((name) => [
    { package: name, name: 'Session', type: 'remix.Session' },
    { package: name, name: 'SessionStorage', type: 'remix.Storage' },
  ]),
  configs: [...PLAIN.flatMap((name): readonly ConfigRow[] => [
    { ...CONFIG, from: { package: name }, path: 'Member[createCookieSessionStorage].Return', memory: 'cookie', lifetime: LIFETIME },
    { ...CONFIG, from: { package: name }, path: 'Member[createMemorySessionStorage].Return', memory: 'server-session', lifetime: LIFETIME, store: { always: 'process-memory' } },
    // What the project's own functions do with the end that they are given is not known.
    { ...CONFIG, from: { package: name }, path: 'Member[createSessionStorage].Return', memory: 'server-session', lifetime: [{ clock: 'record', then: 'unknown' }, ...ends('cookie', 'browser-close')] },
  ]), ...STORED_ENTRIES.map(([name, make]): ConfigRow => ({ ...CONFIG, from: { package: name }, path: `Member[${make}].Return`, memory: 'server-session', lifetime: LIFETIME }))],
  roots: [
    { from: { type: 'remix.CookieSession' }, path: '', memory: 'cookie', name: 'session' },
    { from: { type: 'remix.Session' }, path: '', memory: 'server-session', name: 'session' },
  ],
  writes: [...inCookie.writes, ...onServer.writes],
  reads: [...inCookie.reads, ...onServer.reads],
  clears: [...inCookie.clears, ...onServer.clears],
  saves: [...inCookie.saves, ...onServer.saves],
  ownKeys: ['id', 'data', 'get', 'has', 'set', 'flash', 'unset'],
});
