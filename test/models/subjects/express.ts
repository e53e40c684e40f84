import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { packages } from '../packages.js';
import type { Callable, Subject } from '../subject.js';

interface App {
  (...values: unknown[]): unknown;
  use(...handlers: unknown[]): unknown;
  listen(port: number, host: string): Server;
}

type Express = (() => App) & { readonly json: () => unknown; readonly Router: () => App };
type Session = (options: object) => unknown;

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Express 5 with express-session, and a request and a response that are being answered. */
export async function expressSubject(): Promise<Subject> {
  const express = packages.express as Express;
  const held = await holdExchange();
  const { request, response } = held;
  const isApp = (value: unknown): boolean => typeof value === 'function' ? 'handle' in value && 'get' in value : typeof value === 'object' && value !== null && 'get' in value && 'post' in value && 'all' in value;
  const calls: Readonly<Record<string, (callee: Callable) => unknown>> = {
    set: (callee) => callee('title', 'x'),
    status: (callee) => callee(200),
    header: (callee) => callee('X-A', '1'),
    type: (callee) => callee('html'),
    cookie: (callee) => callee('a', '1'),
    clearCookie: (callee) => callee('a'),
    disable: (callee) => callee('x-powered-by'),
    enable: (callee) => callee('trust proxy'),
    route: (callee) => callee('/x'),
  };
  return {
    name: 'express 5 with express-session',
    start(from) {
      if ('package' in from) return from.package === 'express' ? [express] : from.package === 'express-session' ? [packages['express-session']] : [];
      if (!('type' in from)) return [];
      return { 'express.App': [express(), express.Router()], 'express.Request': [request], 'express.Response': [response] }[from.type] ?? [];
    },
    isOfType(value, type) {
      if (type === 'express.App') return isApp(value);
      return type === 'express.Request' ? isRequest(value) : isResponse(value);
    },
    call: (name, callee, receiver) => {
      if (receiver === response && name === 'set') return callee('X-B', '2');
      const plain = METHODS.has(name) || name === 'all' || name === 'use' ? (one: Callable) => one('/x', () => {}) : (one: Callable) => one();
      return (calls[name] ?? plain)(callee);
    },
    construct: (_, constructor) => new constructor(),
    parametersOf: (name, receiver, index) => exchange(Reflect.get(receiver as object, name) as Callable, name, index, receiver as App),
    close: () => held.close(),
  };
}

/** Registers a handler by a method of an app or router, and sends a request that comes to it. The first argument is the path. */
async function exchange(register: Callable, name: string, index: number, registrar: App): Promise<readonly unknown[]> {
  let seen: readonly unknown[] = [];
  register.call(registrar, '/x', (...values: [unknown, { end(): void }]) => {
    seen = values.slice(0, 2);
    values[1].end();
  });
  const { send, close } = await serve(registrar);
  await send(METHODS.has(name) ? name.toUpperCase() : 'POST');
  await close();
  return index > 1 ? [] : seen;
}

/** A request that is being answered until it is closed, so that its response takes headers all the while. */
async function holdExchange(): Promise<{ readonly request: unknown; readonly response: unknown; readonly close: () => Promise<void> }> {
  let arrive: (pair: readonly [unknown, { end: () => void }]) => void = () => {};
  const arrived = new Promise<readonly [unknown, { end: () => void }]>((resolve) => (arrive = resolve));
  const { send, close } = await serve((request: unknown, response: { end: () => void }) => arrive([request, response]));
  const answered = send('POST');
  const [request, response] = await arrived;
  return {
    request,
    response,
    close: async () => {
      response.end();
      await answered;
      await close();
    },
  };
}

async function serve(handler: unknown): Promise<{ readonly send: (method: string) => Promise<void>; readonly close: () => Promise<void> }> {
  const express = packages.express as Express;
  const app = express();
  app.use(express.json(), (packages['express-session'] as Session)({ secret: 'x', resave: false, saveUninitialized: false }), handler);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    send: async (method) => {
      const body = method === 'GET' ? {} : { body: '{"email":"a@b.c"}', headers: { 'content-type': 'application/json' } };
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, { method, ...body });
      await answer.text();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isRequest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'session' in value && 'headers' in value && 'originalUrl' in value;
}

function isResponse(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ['status', 'render', 'redirect'].every((name) => typeof Reflect.get(value, name) === 'function');
}
