import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

import { describe, expect, it } from 'vitest';

import { express as model } from '../../src/models/express.js';
import { packages } from './packages.js';

type Handler = (request: unknown, response: Response) => unknown;

interface Response {
  end(text: string): void;
  render(view: string, context: object): void;
}

interface App extends Record<'get' | 'post' | 'put' | 'patch' | 'all', (path: string, ...handlers: Handler[]) => void> {
  engine(extension: string, render: (file: string, context: object, done: (error: null, text: string) => void) => void): void;
  set(name: string, value: unknown): void;
  listen(port: number, host: string): Server;
}

const makeApp = packages.express as () => App;

async function answers(app: App, method: string): Promise<string> {
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    return await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page`, { method })).text();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('express 5', () => {
  const registrations = (model.routes ?? []).flatMap(({ path, method, pathArgument }) => /Member\[([^\]]+)\]/.exec(path)?.[1]?.split(',').map((name) => ({ name, method, pathArgument })) ?? []);

  it.each(registrations)('registers a page by $name, as one for $method', async ({ name, method, pathArgument }) => {
    expect(pathArgument).toBe(0);
    const app = makeApp();
    app.set('env', 'test');
    app[name as 'get']('/page', (_, response) => response.end('mine'));
    // A form is posted; PUT and PATCH are what scripts send for it.
    const sent = method === 'all' ? ['GET', 'POST'] : [name.toUpperCase()];
    for (const one of sent) expect(await answers(app, one), one).toBe('mine');
    if (method !== 'all') expect(await answers(app, 'DELETE')).not.toBe('mine');
  });

  it('renders a view by its name, with a context', async () => {
    expect(model.renders).toMatchObject([{ template: 'Argument[0]', context: 'Argument[1]' }]);
    const app = makeApp();
    app.set('views', import.meta.dirname);
    app.engine('ts', (file, context, done) => done(null, `${file.endsWith('express.test.ts')} ${String(Reflect.get(context, 'email'))}`));
    app.get('/page', (_, response) => response.render('express.test.ts', { email: 'a@b.cd' }));
    expect(await answers(app, 'GET')).toBe('true a@b.cd');
  });
});
