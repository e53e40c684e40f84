import { defineModel } from './define-model.js';
import type { LifetimeRule, Row, WriteRow } from './library-model.js';

const CACHE = { type: 'lru-cache.Cache' } as const;
const OLD_CACHE = { type: 'lru-cache.OldCache' } as const;

function made(option: string): { readonly reader: 'builder'; readonly read: string } {
  return { reader: 'builder', read: `Argument[0]${option === '' ? '' : `.Member[${option}]`}` };
}

/** Versions 3 to 6: `maxAge` in milliseconds. Entries that nothing ends are pushed out where there is a `max`. */
const MAX_AGE: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }, { read: made('maxAge'), is: 'absent' }, { read: made('max'), is: 'absent' }], then: { never: 'option', option: 'maxAge: 0' } },
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'present' }], then: { read: 'Argument[2]', unit: 'ms', option: 'maxAge' } },
  { clock: 'record', when: [{ read: made('maxAge'), is: 'present' }], then: { read: made('maxAge'), unit: 'ms', option: 'maxAge' } },
  { clock: 'record', when: [{ read: made(''), is: 'number' }], then: 'unknown' },
  { clock: 'record', when: [{ read: made('max'), is: 'present' }], then: 'unknown' },
  { clock: 'record', then: { never: 'default' } },
];

/** Since version 7: `ttl` in milliseconds. Without one there must be a `max`, which pushes entries out. */
const TTL: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2].Member[ttl]', is: 'present' }], then: { read: 'Argument[2].Member[ttl]', unit: 'ms', option: 'ttl' } },
  { clock: 'record', when: [{ read: made('ttl'), is: 'present' }], then: { read: made('ttl'), unit: 'ms', option: 'ttl' } },
];

const SET = { path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]' } satisfies Omit<Row, 'from'> & Partial<WriteRow>;
const SINCE_8: readonly LifetimeRule[] = [
  ...TTL,
  // The old name is dropped without a word.
  { clock: 'record', when: [{ read: made('maxAge'), is: 'present' }], then: { never: 'ignored-option', option: 'maxAge' } },
  { clock: 'record', then: 'unknown' },
];
const IN_7: readonly LifetimeRule[] = [...TTL, { clock: 'record', when: [{ read: made('maxAge'), is: 'present' }], then: { read: made('maxAge'), unit: 'ms', option: 'maxAge' } }, { clock: 'record', then: 'unknown' }];

/** A cache in the process: session memory where its keys are sessions'. */
export const lruCache = defineModel({
  id: 'lru-cache',
  docs: 'https://github.com/isaacs/node-lru-cache#readme',
  packages: ['lru-cache'],
  checkedAgainst: '6, 7, 11',
  types: [
    { name: CACHE.type, from: { package: 'lru-cache' }, path: 'Member[LRUCache].New' },
    { name: OLD_CACHE.type, from: { package: 'lru-cache' }, path: 'New' },
  ],
  declaredTypes: [{ package: 'lru-cache', name: 'LRUCache', type: CACHE.type }],
  writes: [
    { from: CACHE, ...SET, versions: '>=8', lifetime: SINCE_8 },
    { from: CACHE, ...SET, lifetime: IN_7 },
    { from: OLD_CACHE, ...SET, versions: '<7', lifetime: MAX_AGE },
    { from: OLD_CACHE, ...SET, versions: '>=8', lifetime: SINCE_8 },
    { from: OLD_CACHE, ...SET, lifetime: IN_7 },
  ],
  reads: [CACHE, OLD_CACHE].map((from) => ({ from, path: 'Member[get,peek].Return', memory: 'server-record' as const, key: 'Argument[0]' })),
  clears: [
    { from: CACHE, path: 'Member[delete].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' },
    { from: OLD_CACHE, path: 'Member[del].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' },
  ],
});
