import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const CACHE = { type: 'memory-cache.Cache' } as const;
const PACKAGE = { package: 'memory-cache' } as const;

/** Milliseconds, by a timer for each entry. */
const LIFETIME: readonly LifetimeRule[] = [
  // It throws, so nothing is kept.
  { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }], then: 'unknown' },
  { clock: 'record', when: [{ read: 'Argument[2]', is: null }], then: 'unknown' },
  // Timers take such a number for one millisecond.
  { clock: 'record', when: [{ read: 'Argument[2]', is: Infinity }], then: 'unknown' },
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'present' }], then: { read: 'Argument[2]', unit: 'ms', option: 'time' } },
  { clock: 'record', then: { never: 'default' } },
];

/** A cache in the process without a limit, which is one for all who import it: session memory where its keys are sessions'. */
export const memoryCache = defineModel({
  id: 'memory-cache',
  docs: 'https://github.com/ptarjan/node-cache#readme',
  packages: ['memory-cache'],
  checkedAgainst: '0.2',
  types: [
    // The package itself is a cache, too.
    { name: CACHE.type, from: PACKAGE, path: '' },
    { name: CACHE.type, from: PACKAGE, path: 'Member[Cache].New' },
  ],
  declaredTypes: [{ package: 'memory-cache', name: 'CacheClass', type: CACHE.type }],
  writes: [{ from: CACHE, path: 'Member[put].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: LIFETIME, remedy: { append: '', unit: 'ms', argument: 2 } }],
  reads: [{ from: CACHE, path: 'Member[get].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CACHE, path: 'Member[del].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
