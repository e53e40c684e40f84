import { defineModel } from './define-model.js';
import type { LifetimeRule, WriteRow } from './library-model.js';

const CACHE = { type: 'cache-manager.Cache' } as const;

function made(path: string): { readonly reader: 'builder'; readonly read: string } {
  return { reader: 'builder', read: path };
}

/** Up to version 4: seconds, as a number or in options. The memory store pushes entries out. */
const IN_SECONDS: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'number' }], then: { read: 'Argument[2]', unit: 's', option: 'ttl' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[ttl]', is: 'present' }], then: { read: 'Argument[2].Member[ttl]', unit: 's', option: 'ttl' } },
  { clock: 'record', when: [{ read: made('Argument[0].Member[ttl]'), is: 'present' }], then: { read: made('Argument[0].Member[ttl]'), unit: 's', option: 'ttl' } },
  { clock: 'record', then: 'unknown' },
];

/** Version 5: milliseconds, and options of `caching` behind the store. */
const IN_MILLISECONDS: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'present' }], then: { read: 'Argument[2]', unit: 'ms', option: 'ttl' } },
  { clock: 'record', when: [{ read: made('Argument[1].Member[ttl]'), is: 'present' }], then: { read: made('Argument[1].Member[ttl]'), unit: 'ms', option: 'ttl' } },
  { clock: 'record', then: 'unknown' },
];

/** Since version 6: milliseconds. Stores that are given may end their entries by themselves; without any it is a `Map`. */
const OF_KEYV: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'present' }], then: { read: 'Argument[2]', unit: 'ms', option: 'ttl' } },
  { clock: 'record', when: [{ read: made('Argument[0].Member[stores]'), is: 'present' }, { read: made('Argument[0].Member[ttl]'), is: 'absent' }], then: 'unknown' },
  { clock: 'record', when: [{ read: made('Argument[0].Member[ttl]'), is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
  { clock: 'record', when: [{ read: made('Argument[0].Member[ttl]'), is: 'present' }], then: { read: made('Argument[0].Member[ttl]'), unit: 'ms', option: 'ttl' } },
  { clock: 'record', then: { never: 'default' } },
];

const SET = { from: CACHE, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]' } satisfies WriteRow;

/** A cache before one or more stores. Its number changed from seconds to milliseconds with version 5. */
export const cacheManager = defineModel({
  id: 'cache-manager',
  docs: 'https://cacheable.org/docs/cache-manager/',
  packages: ['cache-manager'],
  checkedAgainst: '4, 5, 7',
  types: [{ name: CACHE.type, from: { package: 'cache-manager' }, path: 'Member[caching,createCache].Return' }],
  declaredTypes: [{ package: 'cache-manager', name: 'Cache', type: CACHE.type }],
  writes: [
    { ...SET, versions: '<5', lifetime: IN_SECONDS },
    { ...SET, versions: '>=5 <6', lifetime: IN_MILLISECONDS },
    { ...SET, lifetime: OF_KEYV, remedy: { append: '', unit: 'ms', argument: 2 } },
  ],
  reads: [{ from: CACHE, path: 'Member[get].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CACHE, path: 'Member[del].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
