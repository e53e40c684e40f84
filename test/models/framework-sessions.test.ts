import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from 'vitest';

import { cookieSession } from '../../src/models/cookie-session.js';
import { fastifySession } from '../../src/models/fastify-session.js';
import { models } from '../../src/models/index.js';
import { koaGenericSession } from '../../src/models/koa-generic-session.js';
import { koaSession } from '../../src/models/koa-session.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { runCode } from './run-code.js';
import { configOf, isConfigJudgedAnew, makeSession, visit } from './session-experiment.js';
import { sessionPackages } from './session-packages.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const DAY = 86_400_000;

interface Answer {
  readonly record: Outcome;
  readonly cookie: Outcome;
}

interface Experiment extends Answer {
  readonly options: string;
  /** What the engine says, where that is not the same. */
  readonly says?: Partial<Answer>;
}

interface Library {
  readonly model: LibraryModel;
  /** The row of the model that the expression is about. */
  readonly row: number;
  readonly prelude: string;
  /** The call, of which `OPTIONS` are the experiment's. */
  readonly call: string;
  /** Sets the session up by that call, has one visitor write to it, and says how long what was kept lasts. */
  measure(expression: string): Promise<Answer>;
  readonly experiments: readonly Experiment[];
}

const koa = sessionPackages.koa as new () => { keys: string[]; silent: boolean; use(middleware: unknown): void; callback(): Parameters<typeof createServer>[1] };

/** One visit to a Koa app with a session middleware: the text of the session cookie and its life. */
async function visitKoa(expression: string, variables: Readonly<Record<string, unknown>>): Promise<{ readonly cookie: Outcome; readonly text: string }> {
  const app = new koa();
  app.keys = ['key'];
  app.silent = true;
  app.use(await runCode(`return ${expression}`, { app, ...variables }));
  app.use((ctx: { session: Record<string, unknown>; body: string }) => {
    ctx.session['step'] = 1;
    ctx.body = 'page';
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer(app.callback()).listen(0, '127.0.0.1', () => resolve(listening));
  });
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const header = answer.headers.getSetCookie().find((one) => !one.includes('.sig=')) ?? '';
    const expires = /expires=([^;]+)/i.exec(header)?.[1];
    return { text: /=([^;]*)/.exec(header)?.[1] ?? '', cookie: header === '' ? 'not kept' : expires === undefined ? 'browser-close' : toOutcome(Date.parse(expires) - Date.now()) };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const libraries: readonly Library[] = [
  {
    model: cookieSession,
    row: 0,
    prelude: `import cookieSession from 'cookie-session';`,
    call: `cookieSession({ keys: ['key'], OPTIONS })`,
    async measure(expression) {
      const { cookie } = await visit(await makeSession(expression, { cookieSession: sessionPackages['cookie-session'] }));
      // The value holds no time, so it is good for as long as somebody has it; the cookie's end is all that ends it.
      return { cookie, record: cookie === 'browser-close' ? 'never' : cookie };
    },
    experiments: [
      { options: '', record: 'never', cookie: 'browser-close' },
      { options: 'maxAge: 60000', record: 60_000, cookie: 60_000 },
      { options: 'maxAge: 60 * 1000', record: 60_000, cookie: 60_000 },
      { options: 'maxAge: null', record: 'never', cookie: 'browser-close' },
      { options: 'maxAge: 0', record: 'never', cookie: 'browser-close' },
      { options: 'expires: new Date(Date.now() + 60000)', record: 60_000, cookie: 60_000 },
      { options: 'expires: null', record: 'never', cookie: 'browser-close' },
      { options: 'maxAge: 30000, expires: new Date(Date.now() + 60000)', record: 30_000, cookie: 30_000 },
      { options: 'cookie: { maxAge: 60000 }', record: 'never', cookie: 'browser-close' },
      // No cookie is sent at all.
      { options: 'maxAge: Infinity', record: 'not kept', cookie: 'not kept', says: { record: 'never', cookie: 'never' } },
    ],
  },
  {
    model: koaSession,
    row: 0,
    prelude: `import Koa from 'koa'; import session from 'koa-session'; const app = new Koa();`,
    call: 'session({ OPTIONS }, app)',
    async measure(expression) {
      const { cookie, text } = await visitKoa(expression, { session: (sessionPackages['koa-session'] as { default: unknown }).default, store: undefined });
      if (text === '') return { cookie, record: 'not kept' };
      const { _expire: end } = JSON.parse(Buffer.from(text, 'base64').toString()) as { _expire?: number | null };
      return { cookie, record: typeof end === 'number' ? toOutcome(end - Date.now()) : 'never' };
    },
    experiments: [
      { options: '', record: DAY, cookie: 'browser-close' },
      { options: 'maxAge: 60000', record: 60_000, cookie: 60_000 },
      { options: 'maxage: 60000', record: 60_000, cookie: 60_000 },
      { options: 'maxAge: 0', record: DAY, cookie: 'browser-close' },
      { options: "maxAge: 'session'", record: 'never', cookie: 'browser-close' },
      // The cookie cannot be written.
      { options: 'maxAge: Infinity', record: 'not kept', cookie: 'not kept', says: { record: 'never', cookie: 'never' } },
    ],
  },
  {
    model: koaGenericSession,
    row: 0,
    prelude: `import session from 'koa-generic-session';`,
    call: 'session({ OPTIONS })',
    async measure(expression) {
      const handed: unknown[] = [];
      class Outside {
        get = (): void => {};
        set = (_: string, __: unknown, ttl: unknown): void => void handed.push(ttl);
        destroy = (): void => {};
      }
      const { cookie } = await visitKoa(expression, { session: sessionPackages['koa-generic-session'], Outside });
      const [ttl] = handed;
      // Nothing was handed out: the memory store has it, and takes no time to live.
      return { cookie, record: typeof ttl === 'number' && Number.isFinite(ttl) ? toOutcome(ttl) : 'never' };
    },
    experiments: [
      { options: '', record: 'never', cookie: DAY },
      { options: 'ttl: 60000', record: 'never', cookie: DAY },
      // An end of the cookie is counted as the session's.
      { options: 'cookie: { maxAge: 60000 }', record: 'never', cookie: 60_000, says: { record: 60_000 } },
      { options: 'store: new Outside()', record: DAY, cookie: DAY },
      { options: 'store: new Outside(), ttl: 60000', record: 60_000, cookie: DAY },
      { options: 'store: new Outside(), ttl: 0', record: DAY, cookie: DAY },
      { options: 'store: new Outside(), ttl: () => 60000', record: 60_000, cookie: DAY, says: { record: 'unknown' } },
      { options: 'store: new Outside(), cookie: { maxAge: 60000 }', record: 60_000, cookie: 60_000 },
      { options: 'store: new Outside(), ttl: 30000, cookie: { maxAge: 60000 }', record: 30_000, cookie: 60_000 },
      { options: 'store: new Outside(), cookie: { maxAge: null }', record: 'never', cookie: 'browser-close', says: { record: 'unknown' } },
      { options: 'store: new Outside(), cookie: { expires: new Date(Date.now() + 60000) }', record: 60_000, cookie: DAY },
    ],
  },
  {
    model: fastifySession,
    row: 0,
    prelude: `import Fastify from 'fastify'; import session from '@fastify/session'; const app = Fastify();`,
    call: `app.register(session, { secret: 'x'.repeat(32), store, OPTIONS })`,
    async measure(expression) {
      const { MemoryStore } = sessionPackages['@fastify/session'] as { MemoryStore: new (map: Map<string, unknown>) => unknown };
      const kept = new Map<string, { cookie: { expires: Date | null } }>();
      const app = (sessionPackages.fastify as () => FastifyApp)();
      await app.register(sessionPackages['@fastify/cookie']);
      await runCode(`return ${expression.replace('secret:', 'cookieName: "sid", secret:').replace('cookie: {', 'cookie: { secure: false,')}`, { app, session: sessionPackages['@fastify/session'], store: new MemoryStore(kept) });
      app.get('/', (request, reply) => {
        request.session['step'] = 1;
        reply.send('page');
      });
      const { headers } = await app.inject({ url: '/', remoteAddress: '127.0.0.1' });
      await app.close();
      const [one] = kept.values();
      if (!one) return { record: 'not kept', cookie: 'not kept' };
      const expires = /Expires=([^;]+)/.exec(String(headers['set-cookie']))?.[1];
      return {
        record: one.cookie.expires ? toOutcome(one.cookie.expires.getTime() - Date.now()) : 'never',
        cookie: expires === undefined ? 'browser-close' : toOutcome(Date.parse(expires) - Date.now()),
      };
    },
    experiments: [
      { options: 'cookie: { path: "/" }', record: 'never', cookie: 'browser-close' },
      { options: 'cookie: { maxAge: 60000 }', record: 60_000, cookie: 60_000 },
      { options: 'cookie: { maxAge: null }', record: 'never', cookie: 'browser-close' },
      { options: 'cookie: { maxAge: 0 }', record: 'never', cookie: 'browser-close' },
      { options: 'cookie: { expires: null }', record: 'never', cookie: 'browser-close' },
      { options: 'cookie: { expires: new Date(Date.now() + 60000) }', record: 60_000, cookie: 60_000 },
      { options: 'cookie: { maxAge: 30000, expires: new Date(Date.now() + 60000) }', record: 30_000, cookie: 30_000 },
      { options: 'maxAge: 60000, cookie: { path: "/" }', record: 'never', cookie: 'browser-close' },
    ],
  },
];

interface FastifyApp {
  register(plugin: unknown, options?: unknown): Promise<void>;
  get(path: string, handler: (request: { session: Record<string, unknown> }, reply: { send(text: string): void }) => void): void;
  inject(request: object): Promise<{ headers: Record<string, unknown> }>;
  close(): Promise<void>;
}

const expressionOf = ({ call }: Library, { options }: Pick<Experiment, 'options'>): string => call.replace('OPTIONS', options);
/** The engine sees the store of the test where the code names one; what the test brings for all is left out. */
const shownOf = (library: Library, experiment: Pick<Experiment, 'options'>): string => expressionOf(library, experiment).replace(' store,', '');

describe.each(libraries.map((library) => [library.model.id, library] as const))('%s', (id, library) => {
  const prelude = `${library.prelude}\nimport { Outside } from './store.js';`;

  it.each(library.experiments.map((one) => [one.options || 'no option', one] as const))('%s', async (_, experiment) => {
    const { record, cookie, says } = experiment;
    expect(await library.measure(expressionOf(library, experiment))).toEqual({ record, cookie });
    const config = configOf(shownOf(library, experiment), prelude);
    expect({ record: predicted(config.record), cookie: predicted(config.cookie) }).toEqual({ record, cookie, ...says });
  });

  const lines = lifetimeRules(library.model).filter(([, { kind, row }]) => kind === 'configs' && row === library.row);
  it.each(lines)('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, id, place);
    const judged = [...library.experiments, { options: "maxAge: 'session', store: new Outside()" }];
    expect(judged.some((one) => isConfigJudgedAnew(shownOf(library, one), prelude, reduced))).toBe(true);
  });
});
