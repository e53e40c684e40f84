import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const CLIENT = { type: 'keyv.Keyv' } as const;

/** Of the options, which stand first or behind an address or a store. */
function made(argument: number, option: string): { readonly reader: 'builder'; readonly read: string } {
  return { reader: 'builder', read: `Argument[${argument}].Member[${option}]` };
}

/** Milliseconds. Zero is for ever, in one call even where the store has a default. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'present' }], then: { read: 'Argument[2]', unit: 'ms', option: 'ttl' } },
  ...[0, 1].flatMap((argument): readonly LifetimeRule[] => [
    { clock: 'record', when: [{ read: made(argument, 'ttl'), is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
    { clock: 'record', when: [{ read: made(argument, 'ttl'), is: 'present' }], then: { read: made(argument, 'ttl'), unit: 'ms', option: 'ttl' } },
  ]),
  // A store may end its entries by itself.
  { clock: 'record', when: [{ read: made(0, 'store'), is: 'present' }], then: 'unknown' },
  { clock: 'record', then: { never: 'default' } },
];

/** One interface to many key-value stores. Without a store it keeps a `Map`. */
export const keyv = defineModel({
  id: 'keyv',
  docs: 'https://keyv.org/docs/keyv/',
  packages: ['keyv'],
  checkedAgainst: '5',
  types: [
    { name: CLIENT.type, from: { package: 'keyv' }, path: 'New' },
    { name: CLIENT.type, from: { package: 'keyv' }, path: 'Member[Keyv].New' },
  ],
  declaredTypes: [{ package: 'keyv', name: 'Keyv', type: CLIENT.type }],
  writes: [{ from: CLIENT, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: LIFETIME, remedy: { append: '', unit: 'ms', argument: 2 } }],
  reads: [{ from: CLIENT, path: 'Member[get].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CLIENT, path: 'Member[delete].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
