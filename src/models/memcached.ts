import { defineModel } from './define-model.js';

const CLIENT = { type: 'memcached.Client' } as const;

/** Memcached. Its lifetime is a must: a number of seconds, and zero is for ever. */
export const memcached = defineModel({
  id: 'memcached',
  docs: 'https://github.com/3rd-Eden/memcached#readme',
  packages: ['memcached'],
  checkedAgainst: '2.2',
  types: [{ name: CLIENT.type, from: { package: 'memcached' }, path: 'New' }],
  declaredTypes: [{ package: 'memcached', name: 'Memcached', type: CLIENT.type }],
  writes: [{
    from: CLIENT, path: 'Member[set,add,replace].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]',
    lifetime: [
      { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }], then: { never: 'option', option: 'lifetime: 0' } },
      { clock: 'record', then: { read: 'Argument[2]', unit: 's', option: 'lifetime' } },
    ],
  }],
  reads: [{ from: CLIENT, path: 'Member[get,gets].Return', memory: 'server-record', key: 'Argument[0]' }],
  renewals: [{ from: CLIENT, path: 'Member[touch].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CLIENT, path: 'Member[del].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
