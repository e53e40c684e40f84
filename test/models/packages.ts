import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// It warns of options that were left out, which is what is tested.
process.env['NO_DEPRECATION'] = 'express-session';

/**
 * The real packages. All of them as CommonJS gives them, and without types: these tests hand them what they should not
 * be handed, and several have no types of their own.
 */
export const packages = {
  express: require('express') as unknown,
  'express-session': require('express-session') as unknown,
  'connect-redis': require('connect-redis') as unknown,
  'connect-redis-7': require('connect-redis-7') as unknown,
  'connect-redis-6': require('connect-redis-6') as unknown,
  redis: require('redis') as unknown,
  // What redis is made of; it is not asked for by name.
  '@redis/client': createRequire(require.resolve('redis'))('@redis/client') as unknown,
  'redis-4': require('redis-4') as unknown,
  'redis-3': require('redis-3') as unknown,
  ioredis: require('ioredis') as unknown,
  telegraf: require('telegraf') as unknown,
};
