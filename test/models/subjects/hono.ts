import * as hono from 'hono';
import { Hono, type Context } from 'hono';
import * as cookie from 'hono/cookie';
import * as factory from 'hono/factory';
import * as jwt from 'hono/jwt';
import * as honoSessions from 'hono-sessions';

import type { Callable, Subject } from '../subject.js';

const PACKAGES: Readonly<Record<string, unknown>> = { hono, 'hono/cookie': cookie, 'hono/factory': factory, 'hono/jwt': jwt, 'hono-sessions': honoSessions };

function makeApp(): Hono {
  const app = new Hono();
  app.use('*', honoSessions.sessionMiddleware({ store: new honoSessions.MemoryStore() }));
  return app;
}

/** What a handler is given that is registered by the method `name`. */
async function given(name: string): Promise<readonly unknown[]> {
  let values: readonly unknown[] = [];
  const app = makeApp();
  const handler = (...parameters: [Context, ...unknown[]]): Response => {
    values = parameters;
    return parameters[0].text('page');
  };
  if (name === 'createMiddleware') app.use('*', factory.createMiddleware((context: Context) => Promise.resolve(handler(context))));
  else (Reflect.get(app, name) as Callable).call(app, ...(name === 'on' ? ['GET', '/', handler] : ['/', handler]));
  await app.request('/', { method: ['on', 'all', 'use', 'createMiddleware'].includes(name) ? 'GET' : name.toUpperCase() });
  return values;
}

/** Hono with a session behind it, and what its further modules export. */
export async function honoSubject(): Promise<Subject> {
  const app = makeApp();
  const [context] = await given('get');
  const session = (context as Context).get('session' as never) as unknown;
  return {
    name: 'hono 4 with hono-sessions 0.8',
    start(from) {
      if ('package' in from) return from.package in PACKAGES ? [PACKAGES[from.package]] : [];
      return 'type' in from ? ({ 'hono.App': [app], 'hono.Context': [context], 'hono-sessions.Session': [session] }[from.type] ?? []) : [];
    },
    isOfType(value, type) {
      if (typeof value !== 'object' || value === null) return false;
      return type === 'hono.App' ? 'basePath' in value : type === 'hono.Context' ? 'req' in value && 'var' in value : value instanceof honoSessions.Session;
    },
    call(name, callee, receiver) {
      // Contexts have a `get` for what is kept there, applications one for routes.
      if (receiver === context) return callee('session');
      return callee(...({ route: ['/', new Hono()], basePath: ['/a'], on: ['GET', '/', () => {}] }[name] ?? ['/', () => {}]));
    },
    construct: (_, constructor) => new constructor(),
    parametersOf: given,
    close: () => Promise.resolve(),
  };
}
