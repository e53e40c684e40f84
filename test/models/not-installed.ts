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
]);
