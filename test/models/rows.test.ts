import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import type { LibraryModel, Row } from '../../src/models/library-model.js';
import { notInstalled, notInstalledModels } from './not-installed.js';
import { packages } from './packages.js';
import { startRedisServer, type RedisServer } from './redis-server.js';
import type { Subject } from './subject.js';
import { browserSubjects } from './subjects/browser.js';
import { authSubjects } from './subjects/auth-sessions.js';
import { cacheSubjects } from './subjects/caches.js';
import { cookieSubjects } from './subjects/cookies.js';
import { connectRedisSubjects } from './subjects/connect-redis.js';
import { expressSubject } from './subjects/express.js';
import { httpSubjects } from './subjects/http-clients.js';
import { honoSubject } from './subjects/hono.js';
import { grammySubject } from './subjects/grammy.js';
import { ioredisSubject } from './subjects/ioredis.js';
import { ironSessionSubject } from './subjects/iron-session.js';
import { javascriptSubject } from './subjects/javascript.js';
import { langgraphSubject } from './subjects/langgraph.js';
import { reactRouterSubject } from './subjects/react-router.js';
import { redisSubject } from './subjects/redis.js';
import { fastifySubject, koaSubject, sessionSubjects } from './subjects/sessions.js';
import { telegrafSubject } from './subjects/telegraf.js';
import { tokenSubjects } from './subjects/tokens.js';
import { upstashRedisSubject } from './subjects/upstash-redis.js';
import { storageMembers, webStorageSubject } from './subjects/web-storage.js';
import { alternatives, canWalk, type WalkedRow } from './walk.js';

let server: RedisServer;
/** By model id. A row is true when one generation of its library can walk it. */
const subjects = new Map<string, readonly Subject[]>();

beforeAll(async () => {
  server = await startRedisServer();
  const web = await expressSubject();
  subjects.set('express', [web]);
  subjects.set('express-session', [web]);
  subjects.set('connect-redis', connectRedisSubjects);
  subjects.set('ioredis', [ioredisSubject(server.port)]);
  subjects.set('redis', [
    await redisSubject('redis 3', packages['redis-3'], ['redis'], server.url),
    await redisSubject('redis 4', packages['redis-4'], ['redis'], server.url),
    await redisSubject('redis 5', packages.redis, ['redis'], server.url),
    await redisSubject('@redis/client 5', packages['@redis/client'], ['@redis/client'], server.url),
  ]);
  subjects.set('telegraf', [await telegrafSubject()]);
  subjects.set('grammy', [grammySubject()]);
  subjects.set('langgraph', [langgraphSubject]);
  subjects.set('web-storage', [webStorageSubject]);
  subjects.set('javascript', [javascriptSubject]);
  subjects.set('iron-session', [await ironSessionSubject()]);
  subjects.set('upstash-redis', [await upstashRedisSubject()]);
  for (const [id, found] of cacheSubjects) subjects.set(id, found);
  for (const [id, subject] of browserSubjects) subjects.set(id, [subject]);
  for (const [id, subject] of authSubjects) subjects.set(id, [subject]);
  for (const [id, subject] of httpSubjects) subjects.set(id, [subject]);
  for (const [id, subject] of tokenSubjects) subjects.set(id, [subject]);
  subjects.set('remix', [await reactRouterSubject()]);
  for (const [id, subject] of sessionSubjects) subjects.set(id, [subject]);
  const koa = [await koaSubject('koa-session'), await koaSubject('koa-generic-session')];
  for (const id of ['koa', 'koa-session', 'koa-generic-session']) subjects.set(id, koa);
  for (const [id, found] of cookieSubjects) subjects.set(id, found);
  const hono = [await honoSubject()];
  for (const id of ['hono', 'hono-jwt', 'hono-sessions']) subjects.set(id, hono);
  subjects.set('cookies', [...(cookieSubjects.get('cookies') ?? []), ...koa]);
  const fastify = [await fastifySubject()];
  for (const id of ['fastify', 'fastify-cookie', 'fastify-jwt', 'fastify-session']) subjects.set(id, fastify);
  // None of their packages is installed: all of their rows stand in not-installed.ts.
  for (const id of [...NOWHERE, ...notInstalledModels.keys()]) subjects.set(id, []);
});

afterAll(async () => {
  for (const subject of new Set([...subjects.values()].flat())) await subject.close();
  await server?.stop();
});

const NOWHERE = [
  'hmpps-rest-client', 'prisma',
  'authjs', 'better-auth', 'express-openid-connect', 'lucia', 'nuxt-auth-utils', 'svelte-kit-cookie-session',
  'passport', 'yar', 'express-validator',
  'client-sessions', 'connect-dynamodb', 'connect-memcached', 'connect-session-knex', 'connect-session-sequelize', 'connect-typeorm', 'express-mysql-session', 'fastify-secure-session', 'koa-redis',
  'nestjs-session', 'next-session', 'prisma-session-store', 'sqlite-session-stores',
  'botbuilder', 'botkit', 'google-adk', 'grammy-conversations', 'grammy-storages', 'langchain-histories', 'langgraph-savers', 'mastra', 'slack-bolt',
  'ngx-cookie-service', 'react-cookies', 'storage-hooks', 'vue-cookies',
  'cloudflare-kv', 'deno-kv', 'next', 'nuxt', 'unstorage', 'sveltekit', 'astro', 'astro-session', 'memcached', 'memjs', 'nestjs-jwt',
  'telegraf-session-local', 'telegraf-session-mongodb', 'telegraf-session-redis', 'telegraf-session-stores',
];

/** Macros of templates: no value of JavaScript has them. Their pages are tested in `test/templates`. */
const TEMPLATES_ONLY = 'govuk-frontend';

/** All rows of a model, whatever their kind: a kind that comes later is checked too. */
function rowsOf(model: LibraryModel): readonly WalkedRow[] {
  return Object.entries(model).flatMap(([kind, rows]) =>
    Array.isArray(rows)
      ? rows.filter((row: unknown): row is Row => typeof row === 'object' && row !== null && 'from' in row && 'path' in row).flatMap(({ from, path, ...rest }) => {
          const { name } = rest as { name?: string };
          // Roots have names too, which are words for people.
          return alternatives({ from, path, ...(kind === 'types' && name !== undefined ? { name } : {}) });
        })
      : [],
  );
}

function titleOf(model: LibraryModel, { from, path }: WalkedRow): string {
  return `${model.id}: ${Object.entries(from).flat().join(' ')}, ${path || 'itself'}`;
}

const walks = models.filter(({ id }) => id !== TEMPLATES_ONLY).flatMap((model) => rowsOf(model).map((row) => [titleOf(model, row), model.id, row] as const));
const elsewhere = new Set([...notInstalled.values()].flat());

describe('every row of every model can be walked on the real thing', () => {
  it.each(walks)('%s', async (title, id, row) => {
    const found = subjects.get(id);
    if (!found) throw new Error(`no installed package stands for the model ${id}`);
    const walked = await Promise.all(found.map(async (subject) => ((await canWalk(subject, row)) ? subject.name : undefined)));
    if (elsewhere.has(title) || notInstalledModels.has(id)) expect(walked.filter(Boolean), 'it is installed: take it out of not-installed.ts').toEqual([]);
    else expect(walked.filter(Boolean)).not.toEqual([]);
  });

  it('lists nothing as not installed that no row names', () => {
    const titles = new Set(walks.map(([title]) => title));
    expect([...elsewhere].filter((title) => !titles.has(title))).toEqual([]);
  });

  it('finds a path that leads nowhere', async () => {
    const [subject] = subjects.get('ioredis') ?? [];
    if (!subject) throw new Error('no ioredis');
    expect(await canWalk(subject, { from: { type: 'ioredis.Client' }, path: 'Member[setEx].Return' })).toBe(false);
    expect(await canWalk(subject, { from: { package: 'ioredis' }, path: 'Member[Client].New' })).toBe(false);
    expect(await canWalk(subject, { from: { type: 'ioredis.Client' }, path: 'Member[get].Return', name: 'ioredis.Client' })).toBe(false);
  });

  it('reads the members of Storage', () => {
    const own = models.find(({ id }) => id === 'web-storage')?.ownKeys ?? [];
    expect([...storageMembers.keys()].sort()).toEqual([...own].sort());
  });
});
