/**
 * Paths that lead into packages, or generations of them, that are not among the dev dependencies. They were walked by
 * hand; whoever installs one of them takes its lines away here, or `rows.test.ts` fails.
 */
export const notInstalled: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'telegraf 3.40: its main export is the class, and each part a module of its own; telegraf 4 exports none of them',
    [
      'telegraf: package telegraf, New',
      'telegraf: package telegraf/scenes/wizard, New',
      'telegraf: package telegraf/scenes/base, New',
      'telegraf: package telegraf/composer, New',
      'telegraf: package telegraf/session, Return',
      'telegraf: package telegraf/scenes/wizard, Argument[1..].Parameter[0]',
    ],
  ],
  ['express-promise-router 4: its function makes a router of Express', ['express: package express-promise-router, Return']],
  ['express-async-handler 1: takes a handler, gives one', ['express: package express-async-handler, Return']],
  ['client-sessions 0.8', [
    'client-sessions: package client-sessions, Return',
    'client-sessions: type express.Request, Member[session_state]',
    'client-sessions: type express.Request, Member[session_state].Member[reset].Return',
    'client-sessions: type express.Request, Member[session_state].Member[destroy].Return',
  ]],
  ['connect-dynamodb 3', [
    'connect-dynamodb: package connect-dynamodb, Return.New',
  ]],
  ['connect-memcached 3', [
    'connect-memcached: package connect-memcached, Return.New',
  ]],
  ['connect-mongo 3: a factory', [
    'connect-mongo: package connect-mongo, Return.New',
  ]],
  ['connect-session-knex 3 and 5', [
    'connect-session-knex: package connect-session-knex, Member[ConnectSessionKnexStore].New',
    'connect-session-knex: package connect-session-knex, Return.New',
  ]],
  ['connect-session-sequelize 8', [
    'connect-session-sequelize: package connect-session-sequelize, Return.New',
  ]],
  ['connect-typeorm 2', [
    'connect-typeorm: package connect-typeorm, Member[TypeormStore].New',
  ]],
  ['express-mysql-session 3', [
    'express-mysql-session: package express-mysql-session, Return.New',
  ]],
  ['fastify-plugin 5: takes a plugin, gives one', [
    'fastify: package fastify-plugin, Argument[0].Parameter[0]',
  ]],
  ['@fastify/secure-session 8', [
    'fastify-secure-session: package @fastify/secure-session, itself',
    'fastify-secure-session: package @fastify/secure-session, Member[fastifySecureSession]',
  ]],
  ['fastify-session 5, the old name of @fastify/session, and what @fastify/secure-session alone has', [
    'fastify-session: package fastify-session, itself',
    'fastify-session: package fastify-session, Member[fastifySession]',
    'fastify-session: type fastify.Request, Member[session].Member[delete].Return',
  ]],
  ['@koa/router 15 and koa-router 14', [
    'koa: package @koa/router, New',
    'koa: package @koa/router, Return',
    'koa: package @koa/router, Member[Router].New',
    'koa: package koa-router, New',
    'koa: package koa-router, Return',
    'koa: type koa.Router, Member[get].Return',
    'koa: type koa.Router, Member[post].Return',
    'koa: type koa.Router, Member[put].Return',
    'koa: type koa.Router, Member[patch].Return',
    'koa: type koa.Router, Member[delete].Return',
    'koa: type koa.Router, Member[del].Return',
    'koa: type koa.Router, Member[all].Return',
    'koa: type koa.Router, Member[head].Return',
    'koa: type koa.Router, Member[options].Return',
    'koa: type koa.Router, Member[use].Return',
    'koa: type koa.Router, Member[prefix].Return',
    'koa: type koa.Router, Member[get].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[post].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[put].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[patch].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[delete].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[del].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[all].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[head].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[options].Argument[any].Parameter[0]',
    'koa: type koa.Router, Member[use].Argument[any].Parameter[0]',
  ]],
  ['koa-redis 4', [
    'koa-redis: package koa-redis, Return',
    'koa-redis: package koa-redis, New',
  ]],
  ['nestjs-session 3', [
    'nestjs-session: package nestjs-session, Member[SessionModule].Member[forRoot].Return',
  ]],
  ['next-session 4', [
    'next-session: package next-session, Return.Return',
    'next-session: package next-session, Return',
    'next-session: type next-session.Session, itself',
    'next-session: type next-session.Session, Member[destroy].Return',
  ]],
  ['@quixo3/prisma-session-store 3', [
    'prisma-session-store: package @quixo3/prisma-session-store, Member[PrismaSessionStore].New',
  ]],
  ['connect-sqlite3 0.9 and better-sqlite3-session-store 0.1', [
    'sqlite-session-stores: package connect-sqlite3, Return.New',
    'sqlite-session-stores: package better-sqlite3-session-store, Return.New',
  ]],
  ['@telegraf/session 2.0.0-beta.7', [
    'telegraf-session-stores: package @telegraf/session/redis, Member[Redis].Return',
    'telegraf-session-stores: package @telegraf/session/mongodb, Member[Mongo].Return',
    'telegraf-session-stores: package @telegraf/session/pg, Member[Postgres].Return',
    'telegraf-session-stores: package @telegraf/session/mysql, Member[MySQL].Return',
    'telegraf-session-stores: package @telegraf/session/sqlite, Member[SQLite].Return',
  ]],
  ['telegraf-session-redis 5.1, telegraf-session-local 2.1 and telegraf-session-mongodb 2.0', [
    'telegraf-session-redis: package telegraf-session-redis, New',
    'telegraf-session-local: package telegraf-session-local, New',
    'telegraf-session-local: package telegraf-session-local, Member[storageMemory]',
    'telegraf-session-local: package telegraf-session-local, Member[storageFileSync]',
    'telegraf-session-local: package telegraf-session-local, Member[storagefileSync]',
    'telegraf-session-local: package telegraf-session-local, Member[storageFileAsync]',
    'telegraf-session-local: package telegraf-session-local, Member[storagefileAsync]',
    'telegraf-session-mongodb: package telegraf-session-mongodb, Member[session].Return',
  ]],
  ['@grammyjs/storage-* 2.6', [
    'grammy-storages: package @grammyjs/storage-redis, Member[RedisAdapter].New',
    'grammy-storages: package @grammyjs/storage-free, Member[freeStorage].Return',
    'grammy-storages: package @grammyjs/storage-file, Member[FileAdapter].New',
    'grammy-storages: package @grammyjs/storage-mongodb, Member[MongoDBAdapter].New',
    'grammy-storages: package @grammyjs/storage-supabase, Member[supabaseAdapter].Return',
    'grammy-storages: package @grammyjs/storage-prisma, Member[PrismaAdapter].New',
  ]],
  ['botbuilder 4.23, botkit 4.15, @builderbot/bot 1.3 and @slack/bolt 5.1', [
    'botbuilder: package botbuilder, Member[MemoryStorage].New',
    'botbuilder: package botbuilder-core, Member[MemoryStorage].New',
    'botkit: package botkit, Member[Botkit].New',
    'builderbot: package @builderbot/bot, Member[MemoryDB].New',
    'slack-bolt: package @slack/bolt, Member[MemoryStore].New',
  ]],
  ['@langchain/langgraph 1, which hands on what its checkpoint package has', [
    'langgraph: package @langchain/langgraph, Member[MemorySaver].New',
    'langgraph: package @langchain/langgraph, Member[InMemoryStore].New',
  ]],
  ['checkpointers of LangGraph: postgres 1.0.5, sqlite 1.0.4, redis 1.0.11, mongodb 1.4.1', [
    'langgraph-savers: package @langchain/langgraph-checkpoint-postgres, Member[PostgresSaver].New',
    'langgraph-savers: package @langchain/langgraph-checkpoint-postgres, Member[PostgresSaver].Member[fromConnString].Return',
    'langgraph-savers: package @langchain/langgraph-checkpoint-sqlite, Member[SqliteSaver].Member[fromConnString].Return',
    'langgraph-savers: package @langchain/langgraph-checkpoint-sqlite, Member[SqliteSaver].New',
    'langgraph-savers: package @langchain/langgraph-checkpoint-redis, Member[RedisSaver].New',
    'langgraph-savers: package @langchain/langgraph-checkpoint-redis, Member[ShallowRedisSaver].New',
    'langgraph-savers: package @langchain/langgraph-checkpoint-redis, Member[RedisSaver].Member[fromUrl].Return',
    'langgraph-savers: package @langchain/langgraph-checkpoint-redis, Member[ShallowRedisSaver].Member[fromUrl].Return',
    'langgraph-savers: package @langchain/langgraph-checkpoint-mongodb, Member[MongoDBSaver].New',
  ]],
  ['@langchain/redis 1.1 and @langchain/community 1.1', [
    'langchain-histories: package @langchain/redis, Member[RedisChatMessageHistory].New',
    'langchain-histories: package @langchain/community/stores/message/ioredis, Member[RedisChatMessageHistory].New',
    'langchain-histories: package @langchain/community/stores/message/upstash_redis, Member[UpstashRedisChatMessageHistory].New',
  ]],
  ['@mastra/libsql 0.16, @mastra/core and @openai/agents 0', [
    'mastra: package @mastra/libsql, Member[LibSQLStore].New',
    'mastra: package @mastra/core/storage, Member[InMemoryStore].New',
    'openai-agents: package @openai/agents, Member[MemorySession].New',
    'openai-agents: package @openai/agents-core, Member[MemorySession].New',
  ]],
]);
