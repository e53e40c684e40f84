import type { Constructor, Subject } from '../subject.js';

const ADDRESS = { url: 'https://example.org', token: 'token' };

/** Upstash's client, none of whose methods is called: each would ask the network. */
export async function upstashRedisSubject(): Promise<Subject> {
  process.env['UPSTASH_REDIS_REST_URL'] = ADDRESS.url;
  process.env['UPSTASH_REDIS_REST_TOKEN'] = ADDRESS.token;
  const entries = new Map<string, unknown>([
    ['@upstash/redis', await import('@upstash/redis')],
    ['@upstash/redis/node', await import('@upstash/redis/node')],
    ['@upstash/redis/cloudflare', await import('@upstash/redis/cloudflare')],
    ['@upstash/redis/fastly', await import('@upstash/redis/fastly')],
  ]);
  const client = new (entries.get('@upstash/redis') as { readonly Redis: Constructor }).Redis(ADDRESS);
  return {
    name: '@upstash/redis 1',
    start: (from) => ('package' in from ? [entries.get(from.package)].filter((entry) => entry !== undefined) : 'type' in from && from.type === 'upstash-redis.Client' ? [client] : []),
    isOfType: (value, type) => type === 'upstash-redis.Client' && typeof value === 'object' && value !== null && ['set', 'expire', 'hset', 'del'].every((name) => typeof Reflect.get(value, name) === 'function'),
    call: (_, callee) => callee(ADDRESS),
    construct: (_, constructor) => new constructor(ADDRESS),
    close: () => Promise.resolve(),
  };
}
