import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';

import { packages } from '../packages.js';
import { sessionPackages } from '../session-packages.js';
import type { Callable, Subject } from '../subject.js';

const stubs = {
  'connect-mongo': { client: { db: () => ({ collection: () => ({ createIndex: () => Promise.resolve() }) }) } },
  'connect-mongodb-session': { uri: 'mongodb://127.0.0.1:1/test', connectionOptions: { serverSelectionTimeoutMS: 10 } },
} as const;

/** Stores and middlewares that are a function or a class of their own, by model id. */
export const sessionSubjects: ReadonlyMap<string, Subject> = new Map(
  (['connect-mongo', 'connect-mongodb-session', 'connect-pg-simple', 'memorystore', 'session-file-store', 'cookie-session'] as const).map((name) => [name, plainSubject(name, stubs[name as keyof typeof stubs] ?? {})]),
);

function plainSubject(name: keyof typeof sessionPackages, options: object): Subject {
  const exported = sessionPackages[name];
  const { default: byDefault } = exported as { default?: unknown };
  return {
    name,
    start: (from) => ('package' in from && from.package === name ? [exported, byDefault].filter((one) => one !== undefined) : []),
    isOfType: () => false,
    call: (_, callee) => callee(packages['express-session']),
    construct: (_, constructor) => new constructor(options),
    close: () => Promise.resolve(),
  };
}

interface KoaApp {
  keys: string[];
  use(...middlewares: unknown[]): KoaApp;
  callback(): Parameters<typeof createServer>[1];
}

/** Koa with one of its session middlewares. */
export async function koaSubject(name: 'koa-session' | 'koa-generic-session'): Promise<Subject> {
  const Koa = sessionPackages.koa as new () => KoaApp;
  const exported = sessionPackages[name];
  const { default: byDefault = exported } = exported as { default?: unknown };
  const make = (): KoaApp => {
    const app = new Koa();
    app.keys = ['key'];
    return app.use(name === 'koa-session' ? (byDefault as Callable)({}, app) : (byDefault as Callable)());
  };
  const seen = async (register: (handler: Callable, app: KoaApp) => void): Promise<readonly unknown[]> => {
    let values: readonly unknown[] = [];
    const app = make();
    register((...given) => {
      values = given;
      // Regenerating is there once the session has been asked for.
      void (given[0] as { session: unknown }).session;
    }, app);
    await ask(app.callback());
    return values;
  };
  const [context] = await seen((handler, app) => app.use(handler));
  return {
    name,
    start(from) {
      if ('package' in from) return from.package === 'koa' ? [Koa] : from.package === name ? [exported, byDefault] : [];
      return 'type' in from ? ({ 'koa.App': [make()], 'koa.Context': [context] }[from.type] ?? []) : [];
    },
    isOfType: (value, type) => typeof value === 'object' && value !== null && (type === 'koa.App' ? 'use' in value && 'callback' in value : type === 'cookies.Cookies' ? 'get' in value && 'set' in value : 'cookies' in value && 'request' in value),
    call: (_, callee) => callee(() => {}),
    construct: (_, constructor) => new constructor(),
    parametersOf: () => seen((handler, app) => app.use(handler)),
    close: () => Promise.resolve(),
  };
}

async function ask(listener: Parameters<typeof createServer>[1]): Promise<void> {
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer(listener).listen(0, '127.0.0.1', () => resolve(listening));
  });
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

interface FastifyApp {
  register(plugin: unknown, options?: unknown): unknown;
  ready(): Promise<unknown>;
  inject(request: { method: string; url: string }): Promise<unknown>;
  close(): Promise<void>;
}

/** Fastify with its plugins for sessions and tokens. */
export async function fastifySubject(): Promise<Subject> {
  const make = async (): Promise<FastifyApp> => {
    const app = (sessionPackages.fastify as () => FastifyApp)();
    await app.register(sessionPackages['@fastify/cookie']);
    await app.register(sessionPackages['@fastify/session'], { secret: 'x'.repeat(32) });
    await app.register(sessionPackages['@fastify/jwt'], { secret: 'x'.repeat(32) });
    return app;
  };
  const parameters = async (name: string): Promise<readonly unknown[]> => {
    let values: readonly unknown[] = [];
    const app = await make();
    const handler = (...given: unknown[]): Promise<string> => {
      values = given;
      return Promise.resolve('page');
    };
    if (name === 'register') {
      app.register((...given: unknown[]) => Promise.resolve(void (values = given)));
      await app.ready();
    } else if (name === 'addHook') {
      (Reflect.get(app, 'addHook') as Callable).call(app, 'onRequest', (...given: unknown[]) => Promise.resolve(void (values = given)));
      await app.inject({ method: 'GET', url: '/' });
    } else {
      (Reflect.get(app, name) as Callable).call(app, '/', handler);
      await app.inject({ method: name === 'all' ? 'GET' : name.toUpperCase(), url: '/' });
    }
    await app.close();
    return values;
  };
  const app = await make();
  const [request, reply] = await parameters('get');
  const calls: Readonly<Record<string, (callee: Callable) => unknown>> = {
    register: (callee) => callee(async () => {}),
    addHook: (callee) => callee('onRequest', async () => {}),
    decorate: (callee) => callee('one', 1),
    decorateRequest: (callee) => callee('two', 2),
    code: (callee) => callee(200),
    status: (callee) => callee(200),
    header: (callee) => callee('x-a', '1'),
    headers: (callee) => callee({ 'x-b': '1' }),
    type: (callee) => callee('text/html'),
    setCookie: (callee) => callee('a', '1'),
    cookie: (callee) => callee('a', '1'),
    clearCookie: (callee) => callee('a'),
    withTypeProvider: (callee) => callee(),
  };
  const isApp = (value: object): boolean => 'register' in value && 'addHook' in value;
  return {
    name: 'fastify 5 with @fastify/session 11 and @fastify/jwt 10',
    start(from) {
      if ('package' in from) return from.package === 'fastify' || from.package === '@fastify/session' || from.package === '@fastify/jwt' ? [sessionPackages[from.package]] : [];
      return 'type' in from ? ({ 'fastify.App': [app], 'fastify.Request': [request], 'fastify.Reply': [reply] }[from.type] ?? []) : [];
    },
    isOfType(value, type) {
      if (typeof value !== 'object' || value === null) return false;
      if (type === 'fastify.App') return isApp(value);
      return type === 'fastify.Request' ? 'params' in value && 'headers' in value && 'session' in value : 'code' in value && 'setCookie' in value;
    },
    call: (name, callee, receiver) => {
      const result = (calls[name] ?? ((one: Callable) => one(...(receiver === app ? [`/${Math.random()}`, () => Promise.resolve('page')] : []))))(callee);
      // A reply can be awaited, for the end of the response.
      return result === reply ? (Object.create(result as object, { then: { value: undefined } }) as unknown) : result;
    },
    construct: (_, constructor) => new constructor(),
    parametersOf: (name) => parameters(name),
    close: () => app.close(),
  };
}
