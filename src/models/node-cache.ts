import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const CACHE = { type: 'node-cache.Cache' } as const;
const STD_TTL = { reader: 'builder', read: 'Argument[0].Member[stdTTL]' } as const;
const LATER = { reader: 'later-call', method: ['ttl'], argument: 1 } as const;

/** Seconds. Zero is for ever, and beats the default of the cache. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: LATER, is: 'present' }], then: { read: LATER, unit: 's', option: 'ttl' } },
  { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'present' }], then: { read: 'Argument[2]', unit: 's', option: 'ttl' } },
  { clock: 'record', when: [{ read: STD_TTL, is: 0 }], then: { never: 'option', option: 'stdTTL: 0' } },
  { clock: 'record', when: [{ read: STD_TTL, is: 'present' }], then: { read: STD_TTL, unit: 's', option: 'stdTTL' } },
  { clock: 'record', then: { never: 'default' } },
];

/** A cache in the process: session memory where its keys are sessions'. */
export const nodeCache = defineModel({
  id: 'node-cache',
  docs: 'https://github.com/node-cache/node-cache#readme',
  packages: ['node-cache'],
  checkedAgainst: '5',
  types: [{ name: CACHE.type, from: { package: 'node-cache' }, path: 'New' }],
  declaredTypes: [{ package: 'node-cache', name: 'NodeCache', type: CACHE.type }],
  writes: [{ from: CACHE, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: LIFETIME, remedy: { append: '', unit: 's', argument: 2 } }],
  reads: [{ from: CACHE, path: 'Member[get].Return', memory: 'server-record', key: 'Argument[0]' }],
  renewals: [{ from: CACHE, path: 'Member[ttl].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CACHE, path: 'Member[del,take].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
