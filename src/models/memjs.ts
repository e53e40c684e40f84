import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const CLIENT = { type: 'memjs.Client' } as const;
const EXPIRES = 'Argument[2].Member[expires]';
const DEFAULT = { reader: 'builder', read: 'Argument[1].Member[expires]' } as const;

/** Seconds. Zero in a call is the client's default, and zero there is for ever. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: EXPIRES, is: 0 }, { read: DEFAULT, is: 'absent' }], then: { never: 'option', option: 'expires: 0' } },
  { clock: 'record', when: [{ read: EXPIRES, is: 'present' }], then: { read: EXPIRES, unit: 's', option: 'expires' } },
  // `set(key, value, callback, expires)`, as it was.
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'function' }, { read: 'Argument[3]', is: 'present' }], then: { read: 'Argument[3]', unit: 's', option: 'expires' } },
  { clock: 'record', when: [{ read: DEFAULT, is: 0 }], then: { never: 'option', option: 'expires: 0' } },
  { clock: 'record', when: [{ read: DEFAULT, is: 'present' }], then: { read: DEFAULT, unit: 's', option: 'expires' } },
  { clock: 'record', then: { never: 'default' } },
];

/** Memcached, over its binary protocol. */
export const memjs = defineModel({
  id: 'memjs',
  docs: 'https://github.com/memcachier/memjs#readme',
  packages: ['memjs'],
  checkedAgainst: '1.3',
  types: [{ name: CLIENT.type, from: { package: 'memjs' }, path: 'Member[Client].Member[create].Return' }],
  writes: [{ from: CLIENT, path: 'Member[set,add,replace].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: LIFETIME, remedy: { set: ['expires'], unit: 's', argument: 2 } }],
  reads: [{ from: CLIENT, path: 'Member[get].Return', memory: 'server-record', key: 'Argument[0]' }],
  renewals: [{ from: CLIENT, path: 'Member[touch].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CLIENT, path: 'Member[delete].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
