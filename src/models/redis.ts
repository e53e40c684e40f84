import { defineModel } from './define-model.js';
import type { LifetimeRule, WriteRow } from './library-model.js';
import { EXPIRE_CALL, HASH_VALUE, NEVER, POSITIONAL_EXPIRY } from './redis-lifetime.js';

const CLIENT = { type: 'redis.Client' } as const;

/** Options of `set` in node-redis 4 and 5: `{ EX: 60 }`. */
const OBJECT_EXPIRY: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2].Member[EX]', is: 'present' }], then: { read: 'Argument[2].Member[EX]', unit: 's', option: 'EX' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[PX]', is: 'present' }], then: { read: 'Argument[2].Member[PX]', unit: 'ms', option: 'PX' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[EXAT]', is: 'present' }], then: 'unknown' },
  { clock: 'record', when: [{ read: 'Argument[2].Member[PXAT]', is: 'present' }], then: 'unknown' },
  { clock: 'record', when: [{ read: 'Argument[2].Member[KEEPTTL]', is: 'present' }], then: 'unknown' },
];

/** What version 5 has beside them: `{ expiration: { type: 'EX', value: 60 } }`. */
const EXPIRATION: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2].Member[expiration].Member[type]', is: 'EX' }], then: { read: 'Argument[2].Member[expiration].Member[value]', unit: 's', option: 'expiration' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[expiration].Member[type]', is: 'PX' }], then: { read: 'Argument[2].Member[expiration].Member[value]', unit: 'ms', option: 'expiration' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[expiration]', is: 'present' }], then: 'unknown' },
];

/** Version 4 takes it too, and does not act on it. */
const IGNORED_EXPIRATION: LifetimeRule = { clock: 'record', when: [{ read: 'Argument[2].Member[expiration]', is: 'present' }], then: { never: 'ignored-option', option: 'expiration' } };

/** Shapes of other clients that node-redis takes without a word, and does not act on. */
const IGNORED: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Argument[2].Member[ex]', is: 'present' }], then: { never: 'ignored-option', option: 'ex' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[px]', is: 'present' }], then: { never: 'ignored-option', option: 'px' } },
  { clock: 'record', when: [{ read: 'Argument[2].Member[ttl]', is: 'present' }], then: { never: 'ignored-option', option: 'ttl' } },
];

/** `set(key, value, 60)`. Stands before the lines that ask for the number's properties. */
const IGNORED_NUMBER: LifetimeRule = { clock: 'record', when: [{ read: 'Argument[2]', is: 'number' }], then: { never: 'ignored-option', option: 'the third argument' } };

const SET: Omit<WriteRow, 'lifetime'> = { from: CLIENT, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', remedy: { set: ['EX'], unit: 's', argument: 2 } };

/** node-redis. Version 3 takes `'EX', 60` as arguments, 4 and 5 an object. */
export const redis = defineModel({
  id: 'redis',
  docs: 'https://github.com/redis/node-redis#readme',
  packages: ['redis', '@redis/client'],
  checkedAgainst: '3, 4, 5',
  types: [
    { name: 'redis.Client', from: { package: 'redis' }, path: 'Member[createClient,createCluster].Return' },
    { name: 'redis.Client', from: { package: '@redis/client' }, path: 'Member[createClient,createCluster].Return' },
    { name: 'redis.Client', from: CLIENT, path: 'Member[on,connect,duplicate,multi,set,expire,hSet,del].Return' },
  ],
  declaredTypes: [
    { package: 'redis', name: 'RedisClientType', type: 'redis.Client' },
    { package: 'redis', name: 'RedisClient', type: 'redis.Client' },
    { package: '@redis/client', name: 'RedisClientType', type: 'redis.Client' },
  ],
  writes: [
    { ...SET, versions: '<5', lifetime: [...EXPIRE_CALL, IGNORED_NUMBER, ...POSITIONAL_EXPIRY, ...OBJECT_EXPIRY, IGNORED_EXPIRATION, ...IGNORED, NEVER] },
    { ...SET, lifetime: [...EXPIRE_CALL, IGNORED_NUMBER, ...POSITIONAL_EXPIRY, ...OBJECT_EXPIRY, ...EXPIRATION, ...IGNORED, NEVER] },
    { from: CLIENT, path: 'Member[setEx,setex,SETEX].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[2]', lifetime: [{ clock: 'record', then: { read: 'Argument[1]', unit: 's', option: 'SETEX' } }] },
    { from: CLIENT, path: 'Member[pSetEx,psetex].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[2]', lifetime: [{ clock: 'record', then: { read: 'Argument[1]', unit: 'ms', option: 'PSETEX' } }] },
    { from: CLIENT, path: 'Member[setNX,setnx].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: [...EXPIRE_CALL, NEVER] },
    { from: CLIENT, path: 'Member[hSet,hset,hmset].Return', memory: 'server-record', key: 'Argument[0]', ...HASH_VALUE, lifetime: [...EXPIRE_CALL, NEVER] },
  ],
  reads: [{ from: CLIENT, path: 'Member[get,GET,hGet,hget,hGetAll,hgetall,getEx].Return', memory: 'server-record', key: 'Argument[0]' }],
  renewals: [{ from: CLIENT, path: 'Member[expire,pExpire,expireAt,pExpireAt,getEx,pexpire,expireat,pexpireat].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: CLIENT, path: 'Member[del,DEL,unlink,getDel].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
