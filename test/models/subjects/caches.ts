import { storePackages } from '../store-packages.js';
import type { Constructor, Subject } from '../subject.js';

interface Cache {
  readonly id: string;
  readonly name: string;
  readonly exported: unknown;
  /** Values of the types that rows start from. */
  readonly values: ReadonlyMap<string, () => unknown>;
}

const { Keyv } = storePackages.keyv as { readonly Keyv: Constructor };
const { LRUCache } = storePackages['lru-cache'] as { readonly LRUCache: Constructor };
const { createCache } = storePackages['cache-manager'] as { readonly createCache: () => unknown };
const { caching } = storePackages['cache-manager-4'] as { readonly caching: (options: object) => unknown };
const OldCache = storePackages['lru-cache-6'] as Constructor;
const NodeCache = storePackages['node-cache'] as Constructor;
const memoryCache = storePackages['memory-cache'] as { readonly Cache: Constructor };

const caches: readonly Cache[] = [
  { id: 'keyv', name: 'keyv 5', exported: storePackages.keyv, values: new Map([['keyv.Keyv', () => new Keyv()]]) },
  // As an import of the default gives it.
  { id: 'keyv', name: 'keyv 5, the default', exported: Keyv, values: new Map([['keyv.Keyv', () => new Keyv()]]) },
  { id: 'lru-cache', name: 'lru-cache 11', exported: storePackages['lru-cache'], values: new Map([['lru-cache.Cache', () => new LRUCache({ max: 1 })]]) },
  { id: 'lru-cache', name: 'lru-cache 6', exported: OldCache, values: new Map([['lru-cache.OldCache', () => new OldCache()]]) },
  { id: 'node-cache', name: 'node-cache 5', exported: NodeCache, values: new Map([['node-cache.Cache', () => new NodeCache()]]) },
  { id: 'memory-cache', name: 'memory-cache 0.2', exported: memoryCache, values: new Map([['memory-cache.Cache', () => new memoryCache.Cache()]]) },
  { id: 'cache-manager', name: 'cache-manager 7', exported: storePackages['cache-manager'], values: new Map([['cache-manager.Cache', createCache]]) },
  { id: 'cache-manager', name: 'cache-manager 4', exported: storePackages['cache-manager-4'], values: new Map([['cache-manager.Cache', () => caching({ store: 'memory' })]]) },
];

function toSubject({ id, name, exported, values }: Cache): Subject {
  return {
    name,
    start: (from) => ('package' in from ? (from.package === id ? [exported] : []) : 'type' in from ? [values.get(from.type)?.()].filter((value) => value !== undefined) : []),
    isOfType: (value) => typeof value === 'object' && value !== null && 'get' in value && ('set' in value || 'put' in value),
    call: (_, callee) => callee({ store: 'memory' }),
    construct: (_, constructor) => new constructor({ max: 1 }),
    close: () => Promise.resolve(),
  };
}

/** Caches of the process, by model id. */
export const cacheSubjects: ReadonlyMap<string, readonly Subject[]> = new Map(caches.map(({ id }) => [id, caches.filter((one) => one.id === id).map(toSubject)]));
