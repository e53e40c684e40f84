import { defineModel } from './define-model.js';

const KV = { type: 'deno-kv.Kv' } as const;
const EXPIRE_IN = 'Argument[2].Member[expireIn]';

/** The key-value store of Deno. Its keys are arrays: `['sessions', id]`. */
export const denoKv = defineModel({
  id: 'deno-kv',
  docs: 'https://docs.deno.com/deploy/kv/manual/',
  packages: [],
  checkedAgainst: 'Deno 2',
  types: [
    { name: KV.type, from: { global: 'Deno' }, path: 'Member[openKv].Return' },
    { name: KV.type, from: KV, path: 'Member[atomic,check,set,delete].Return' },
  ],
  declaredTypes: [{ package: 'global', name: 'Deno.Kv', type: KV.type }],
  writes: [{
    from: KV, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]',
    lifetime: [
      { clock: 'record', when: [{ read: EXPIRE_IN, is: 'present' }], then: { read: EXPIRE_IN, unit: 'ms', option: 'expireIn' } },
      { clock: 'record', then: { never: 'default' } },
    ],
    remedy: { set: ['expireIn'], unit: 'ms', argument: 2 },
  }],
  reads: [{ from: KV, path: 'Member[get].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: KV, path: 'Member[delete].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
