import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';
import { EXPIRE_CALL, HASH_VALUE, NEVER } from './redis-lifetime.js';

const CLIENT = { type: 'upstash-redis.Client' } as const;
const PACKAGES = ['@upstash/redis', '@upstash/redis/cloudflare', '@upstash/redis/fastly', '@upstash/redis/node'] as const;

function option(name: string): string {
  return `Argument[2].Member[${name}]`;
}

/** Lower case only: what other clients call `EX` or take as arguments is dropped without a word. */
const SET: readonly LifetimeRule[] = [
  ...EXPIRE_CALL,
  { clock: 'record', when: [{ read: 'Argument[2]', is: 'number' }], then: { never: 'ignored-option', option: 'the third argument' } },
  { clock: 'record', when: [{ read: option('ex'), is: 'present' }], then: { read: option('ex'), unit: 's', option: 'ex' } },
  { clock: 'record', when: [{ read: option('px'), is: 'present' }], then: { read: option('px'), unit: 'ms', option: 'px' } },
  { clock: 'record', when: [{ read: option('exat'), is: 'present' }], then: { read: option('exat'), unit: 'epoch-s', option: 'exat' } },
  { clock: 'record', when: [{ read: option('pxat'), is: 'present' }], then: { read: option('pxat'), unit: 'epoch-ms', option: 'pxat' } },
  { clock: 'record', when: [{ read: option('keepTtl'), is: 'present' }], then: 'unknown' },
  ...['EX', 'PX', 'ttl'].map((name): LifetimeRule => ({ clock: 'record', when: [{ read: option(name), is: 'present' }], then: { never: 'ignored-option', option: name } })),
  NEVER,
];

/** Redis over HTTP, and Vercel KV, which is the same client under another name. */
export const upstashRedis = defineModel({
  id: 'upstash-redis',
  docs: 'https://upstash.com/docs/redis/sdks/ts/overview',
  packages: ['@upstash/redis', '@vercel/kv'],
  checkedAgainst: '@upstash/redis 1.39, @vercel/kv 3',
  types: [
    ...PACKAGES.flatMap((name) => [
      { name: CLIENT.type, from: { package: name }, path: 'Member[Redis].New' },
      // Fastly's entry reads no environment.
      ...(name.endsWith('/fastly') ? [] : [{ name: CLIENT.type, from: { package: name }, path: 'Member[Redis].Member[fromEnv].Return' }]),
    ]),
    { name: CLIENT.type, from: { package: '@vercel/kv' }, path: 'Member[kv]' },
    { name: CLIENT.type, from: { package: '@vercel/kv' }, path: '' },
    { name: CLIENT.type, from: { package: '@vercel/kv' }, path: 'Member[createClient].Return' },
    { name: CLIENT.type, from: CLIENT, path: 'Member[pipeline,multi].Return' },
  ],
  declaredTypes: [
    ...PACKAGES.map((name) => ({ package: name, name: 'Redis', type: CLIENT.type })),
    { package: '@vercel/kv', name: 'VercelKV', type: CLIENT.type },
  ],
  writes: [
    { from: CLIENT, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: SET, remedy: { set: ['ex'], unit: 's', argument: 2 } },
    { from: CLIENT, path: 'Member[setex].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[2]', lifetime: [{ clock: 'record', then: { read: 'Argument[1]', unit: 's', option: 'SETEX' } }] },
    { from: CLIENT, path: 'Member[psetex].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[2]', lifetime: [{ clock: 'record', then: { read: 'Argument[1]', unit: 'ms', option: 'PSETEX' } }] },
    { from: CLIENT, path: 'Member[setnx].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: [...EXPIRE_CALL, NEVER] },
    { from: CLIENT, path: 'Member[hset,hmset].Return', memory: 'server-record', key: 'Argument[0]', ...HASH_VALUE, lifetime: [...EXPIRE_CALL, NEVER] },
  ],
  reads: [{ from: CLIENT, path: 'Member[get,getex,hget,hgetall].Return', memory: 'server-record', key: 'Argument[0]' }],
  renewals: [{ from: CLIENT, path: 'Member[expire,pexpire,expireat,pexpireat,getex].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [
    { from: CLIENT, path: 'Member[del,unlink,getdel].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' },
    { from: CLIENT, path: 'Member[hdel].Return', memory: 'server-record', key: 'Argument[0]', clears: 'key' },
  ],
});
