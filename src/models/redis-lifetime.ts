import type { LifetimeRule, WriteRow } from './library-model.js';

/** `set(k, v, 'EX', 60)`, as ioredis and node-redis 3 take it. */
export const POSITIONAL_EXPIRY: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: { reader: 'after-token', token: ['EX'], from: 2 }, is: 'present' }], then: { read: { reader: 'after-token', token: ['EX'], from: 2 }, unit: 's', option: 'EX' } },
  { clock: 'record', when: [{ read: { reader: 'after-token', token: ['PX'], from: 2 }, is: 'present' }], then: { read: { reader: 'after-token', token: ['PX'], from: 2 }, unit: 'ms', option: 'PX' } },
  { clock: 'record', when: [{ read: { reader: 'after-token', token: ['EXAT', 'PXAT', 'KEEPTTL'], from: 2 }, is: 'present' }], then: 'unknown' },
];

/** `multi().set(k, v).expire(k, 60)`, and `expire(k, 60)` beside `set(k, v)` in the same function. */
export const EXPIRE_CALL: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: { reader: 'chained', method: ['expire'], argument: 1 }, is: 'present' }], then: { read: { reader: 'chained', method: ['expire'], argument: 1 }, unit: 's', option: 'EXPIRE' } },
  { clock: 'record', when: [{ read: { reader: 'chained', method: ['pexpire', 'pExpire', 'expireat', 'expireAt', 'pexpireat', 'pExpireAt'], argument: 1 }, is: 'present' }], then: 'unknown' },
  { clock: 'record', when: [{ read: { reader: 'later-call', method: ['expire'], argument: 1 }, is: 'present' }], then: { read: { reader: 'later-call', method: ['expire'], argument: 1 }, unit: 's', option: 'EXPIRE' } },
  { clock: 'record', when: [{ read: { reader: 'later-call', method: ['pexpire', 'pExpire', 'expireat', 'expireAt', 'pexpireat', 'pExpireAt'], argument: 1 }, is: 'present' }], then: 'unknown' },
];

export const NEVER: LifetimeRule = { clock: 'record', then: { never: 'default' } };

/** `hset(key, 'email', value)`, and `hset(key, { email })`. */
export const HASH_VALUE: Pick<WriteRow, 'field' | 'value'> = { field: 'Argument[1]', value: { reader: 'first-of', reads: ['Argument[2]', 'Argument[1]'] } };
