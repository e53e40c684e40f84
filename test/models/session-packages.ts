import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real packages of sessions and their stores, as CommonJS gives them; see `packages.ts`. */
export const sessionPackages = {
  'connect-mongo': require('connect-mongo') as unknown,
  'connect-mongodb-session': require('connect-mongodb-session') as unknown,
  'connect-pg-simple': require('connect-pg-simple') as unknown,
  memorystore: require('memorystore') as unknown,
  'session-file-store': require('session-file-store') as unknown,
  'cookie-session': require('cookie-session') as unknown,
  koa: require('koa') as unknown,
  'koa-session': require('koa-session') as unknown,
  'koa-generic-session': require('koa-generic-session') as unknown,
  fastify: require('fastify') as unknown,
  '@fastify/cookie': require('@fastify/cookie') as unknown,
  '@fastify/jwt': require('@fastify/jwt') as unknown,
  '@fastify/session': require('@fastify/session') as unknown,
};

/** What decides in session-file-store whether a file is over; its store gives no such answer for another moment. */
export const fileStoreParts = require('session-file-store/lib/session-file-helpers') as { isExpired(session: object, options: object): boolean };
