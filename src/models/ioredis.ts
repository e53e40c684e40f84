import { defineModel } from './define-model.js';
import { EXPIRE_CALL, HASH_VALUE, NEVER, POSITIONAL_EXPIRY } from './redis-lifetime.js';

const CLIENT = { type: 'ioredis.Client' } as const;

/** Redis client whose options stand as arguments: `set(key, value, 'EX', 60)`. */
export const ioredis = defineModel({
  id: 'ioredis',
  docs: 'https://redis.github.io/ioredis/',
  packages: ['ioredis'],
  checkedAgainst: '4, 5',
  types: [
    { name: 'ioredis.Client', from: { package: 'ioredis' }, path: 'New' },
    { name: 'ioredis.Client', from: { package: 'ioredis' }, path: 'Member[Redis,Cluster].New' },
    { name: 'ioredis.Client', from: CLIENT, path: 'Member[multi,pipeline,duplicate,set,expire,hset,hmset,del].Return' },
  ],
  declaredTypes: [
    { package: 'ioredis', name: 'Redis', type: 'ioredis.Client' },
    { package: 'ioredis', name: 'ioredis', type: 'ioredis.Client' },
    { package: 'ioredis', name: 'IORedis', type: 'ioredis.Client' },
    { package: 'ioredis', name: 'Cluster', type: 'ioredis.Client' },
  ],
  writes: [
    { from: CLIENT, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: [...POSITIONAL_EXPIRY, ...EXPIRE_CALL, NEVER], remedy: { append: 'EX', unit: 's', argument: 2 } },
    { from: CLIENT, path: 'Member[setex].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[2]', lifetime: [{ clock: 'record', then: { read: 'Argument[1]', unit: 's', option: 'SETEX' } }] },
    { from: CLIENT, path: 'Member[psetex].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[2]', lifetime: [{ clock: 'record', then: { read: 'Argument[1]', unit: 'ms', option: 'PSETEX' } }] },
    // SETNX takes no expiry: `set(key, value, 'EX', 60, 'NX')` does.
    { from: CLIENT, path: 'Member[setnx].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: [...EXPIRE_CALL, NEVER] },
    { from: CLIENT, path: 'Member[hset,hmset].Return', memory: 'server-record', key: 'Argument[0]', ...HASH_VALUE, lifetime: [...EXPIRE_CALL, NEVER] },
  ],
  reads: [{ from: CLIENT, path: 'Member[get,hget,hgetall,getex,getBuffer].Return', memory: 'server-record', key: 'Argument[0]' }],
  renewals: [{ from: CLIENT, path: 'Member[expire,pexpire,expireat,pexpireat,getex].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [
    { from: CLIENT, path: 'Member[del,unlink,getdel].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' },
    { from: CLIENT, path: 'Member[hdel].Return', memory: 'server-record', key: 'Argument[0]', clears: 'key' },
  ],
});
