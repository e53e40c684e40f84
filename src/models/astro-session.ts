import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule, Read } from './library-model.js';

const SESSION = { type: 'astro.Session' } as const;
const CONTEXT = { type: 'astro.Context' } as const;
const DRIVER = 'Argument[0].Member[session].Member[driver]';
/** Drivers of unstorage, by the names that are written for them. Others, and those of adapters, may end things by themselves. */
const DRIVERS = ['fs', 'fs-lite', 'fsLite', 'redis', 'upstash', 'mongodb', 'vercel-kv', 'vercelKV', 'cloudflare-kv-binding', 'cloudflareKVBinding', 'netlify-blobs', 'netlifyBlobs', 'memory', 'lru-cache', 'lruCache'];
const IN_PROCESS = ['memory', 'lru-cache', 'lruCache'];

/** Each value holds its end, of which reading takes note. Drivers have one of their own for all of the record. */
const OF_DRIVER: Read = { reader: 'first-of', reads: ['Member[options].Member[ttl]', 'Member[driver].Argument[0].Member[ttl]'] };
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'present' }], then: { read: 'Member[ttl]', unit: 's', option: 'session.ttl' } },
  { clock: 'record', when: [{ read: OF_DRIVER, is: 'present' }], then: { read: OF_DRIVER, unit: 's', option: 'ttl' } },
  { clock: 'record', then: { never: 'default' } },
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 's', option: 'session.cookie.maxAge' } },
  { clock: 'cookie', then: 'browser-close' },
];

const CONFIG = {
  from: { package: 'astro/config' },
  path: 'Member[defineConfig].Return',
  memory: 'server-session',
  options: 'Argument[0].Member[session]',
  lifetime: LIFETIME,
  remedy: { set: ['ttl'], unit: 's' },
} satisfies Partial<ConfigRow>;

/** Sessions of Astro: an id in a cookie, the values in a storage. Without `ttl` they have no end. */
export const astroSession = defineModel({
  id: 'astro-session',
  docs: 'https://docs.astro.build/en/guides/sessions/',
  packages: ['astro'],
  checkedAgainst: '5.18, 6.0, 7.3',
  types: [{ name: SESSION.type, from: CONTEXT, path: 'Member[session]' }],
  configs: [
    ...DRIVERS.map((is): ConfigRow => ({ ...CONFIG, when: [{ read: DRIVER, is }], ...(IN_PROCESS.includes(is) ? { store: { always: 'process-memory' } } : {}) })),
    // Since 6: `driver: sessionDrivers.redis({ url })`.
    { ...CONFIG, when: [{ read: `${DRIVER}.Argument[0]`, is: 'present' }] },
  ],
  writes: [{
    from: SESSION, path: 'Member[set].Return', memory: 'server-session', key: 'Argument[0]', value: 'Argument[1]',
    lifetime: [
      { clock: 'record', when: [{ read: 'Argument[2].Member[ttl]', is: 'present' }], then: { read: 'Argument[2].Member[ttl]', unit: 's', option: 'ttl' } },
      { clock: 'record', then: 'unknown' },
    ],
  }],
  reads: [{ from: SESSION, path: 'Member[get,has].Return', memory: 'server-session', key: 'Argument[0]' }],
  clears: [
    { from: SESSION, path: 'Member[delete].Return', memory: 'server-session', key: 'Argument[0]', clears: 'key' },
    { from: SESSION, path: 'Member[destroy].Return', memory: 'server-session', clears: 'both' },
  ],
});
