import { autoImported } from './auto-imported.js';
import { defineModel } from './define-model.js';
import type { LifetimeRule, WriteRow } from './library-model.js';

const STORAGE = { type: 'unstorage.Storage' } as const;
const TTL = { read: 'Argument[2].Member[ttl]', unit: 's', option: 'ttl' } as const;
const DRIVER = { reader: 'builder', read: 'Argument[0].Member[driver]' } as const;

const OF_CALL: LifetimeRule = { clock: 'record', when: [{ read: TTL.read, is: 'present' }], then: TTL };
const UNKNOWN: LifetimeRule = { clock: 'record', then: 'unknown' };

/** A driver may have an end of its own, and some take no notice of one that a call gives. */
const LIFETIME: readonly LifetimeRule[] = [
  OF_CALL,
  // A `Map` of the process.
  { clock: 'record', when: [{ read: DRIVER, is: 'absent' }], then: { never: 'default' } },
  UNKNOWN,
];
const ENTRY = { memory: 'server-record', key: 'Argument[0]' } as const;
const SET = { ...ENTRY, value: 'Argument[1]' } satisfies Partial<WriteRow>;
/** `useStorage('sessions')` of Nitro, whose drivers stand in its settings. */
const places = (method: string): ReturnType<typeof autoImported> => autoImported('useStorage', ['#imports', 'nitropack/runtime', 'nitro/storage'], ['nuxt', 'nitropack', 'nitro']).map((place) => ({ ...place, path: `${place.path}.Member[${method}].Return` }));

/** Storages of Nitro and Nuxt, over drivers of many kinds. */
export const unstorage = defineModel({
  id: 'unstorage',
  docs: 'https://unstorage.unjs.io/guide',
  packages: ['unstorage', 'nuxt', 'nitropack', 'nitro', '#imports'],
  checkedAgainst: '1.17',
  types: [{ name: STORAGE.type, from: { package: 'unstorage' }, path: 'Member[createStorage].Return' }],
  declaredTypes: [{ package: 'unstorage', name: 'Storage', type: STORAGE.type }],
  writes: [
    { ...SET, from: STORAGE, path: 'Member[setItem,set].Return', lifetime: LIFETIME, remedy: { set: ['ttl'], unit: 's', argument: 2 } },
    ...places('setItem').map((place): WriteRow => ({ ...SET, ...place, lifetime: [OF_CALL, UNKNOWN] })),
  ],
  reads: [{ ...ENTRY, from: STORAGE, path: 'Member[getItem,get].Return' }, ...places('getItem').map((place) => ({ ...ENTRY, ...place }))],
  clears: [{ ...ENTRY, from: STORAGE, path: 'Member[removeItem,remove,del].Return', clears: 'record' }, ...places('removeItem').map((place) => ({ ...ENTRY, ...place, clears: 'record' as const }))],
});
