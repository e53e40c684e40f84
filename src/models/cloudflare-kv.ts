import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const NAMESPACE = { type: 'cloudflare-kv.Namespace' } as const;
const TTL = 'Argument[2].Member[expirationTtl]';
const MOMENT = 'Argument[2].Member[expiration]';

const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: TTL, is: 'present' }], then: { read: TTL, unit: 's', option: 'expirationTtl' } },
  { clock: 'record', when: [{ read: MOMENT, is: 'present' }], then: { read: MOMENT, unit: 'epoch-s', option: 'expiration' } },
  { clock: 'record', then: { never: 'default' } },
];

/** Workers KV, by its declared type: `env.SESSIONS`, where `interface Env { SESSIONS: KVNamespace }`. */
export const cloudflareKv = defineModel({
  id: 'cloudflare-kv',
  docs: 'https://developers.cloudflare.com/kv/api/write-key-value-pairs/',
  packages: [],
  checkedAgainst: '@cloudflare/workers-types 5',
  declaredTypes: ['global', '@cloudflare/workers-types'].map((name) => ({ package: name, name: 'KVNamespace', type: NAMESPACE.type })),
  writes: [{ from: NAMESPACE, path: 'Member[put].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]', lifetime: LIFETIME, remedy: { set: ['expirationTtl'], unit: 's', argument: 2 } }],
  reads: [{ from: NAMESPACE, path: 'Member[get,getWithMetadata].Return', memory: 'server-record', key: 'Argument[0]' }],
  clears: [{ from: NAMESPACE, path: 'Member[delete].Return', memory: 'server-record', key: 'Argument[0]', clears: 'record' }],
});
