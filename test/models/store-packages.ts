import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real packages of caches, key-value stores and tokens, as CommonJS gives them; see `packages.ts`. */
export const storePackages = {
  'cache-manager': require('cache-manager') as unknown,
  'cache-manager-4': require('cache-manager-4') as unknown,
  'fast-jwt': require('fast-jwt') as unknown,
  jsonwebtoken: require('jsonwebtoken') as unknown,
  keyv: require('keyv') as unknown,
  'lru-cache': require('lru-cache') as unknown,
  'lru-cache-6': require('lru-cache-6') as unknown,
  'memory-cache': require('memory-cache') as unknown,
  'node-cache': require('node-cache') as unknown,
};
