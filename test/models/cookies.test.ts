import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';

import { describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { cookiePackages } from './cookie-packages.js';
import { factsOf } from './facts-of.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { packages } from './packages.js';
import { runCode } from './run-code.js';
import { sessionPackages } from './session-packages.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const HOUR = 3_600_000;
const require = createRequire(import.meta.url);

/** A call that sets one cookie, for the engine and for real. */
interface Library {
  readonly id: string;
  readonly prelude: string;
  /** The function around the code, `BODY` being the code. */
  readonly around?: string;
  /** The call, `OPTIONS` being its options. */
  readonly call: string;
  readonly unit: 'ms' | 's';
  readonly hidden: boolean | undefined;
  /** Runs the code for real, and gives back the header. */
  readonly run: (code: string) => Promise<string>;
}

function exchange(): readonly [IncomingMessage, ServerResponse] {
  const request = new IncomingMessage(new Socket());
  return [request, new ServerResponse(request)];
}

/** Runs code that sets a cookie on the response of Node. */
function onResponse(variables: (request: IncomingMessage, response: ServerResponse) => Readonly<Record<string, unknown>>): Library['run'] {
  return async (code) => {
    const [request, response] = exchange();
    await runCode(code, variables(request, response));
    return [response.getHeader('set-cookie')].flat().join('\n');
  };
}

interface App {
  response: object;
  createContext(request: IncomingMessage, response: ServerResponse): unknown;
}

async function runFastify(code: string): Promise<string> {
  type Reply = { send(text: string): unknown };
  const app = (sessionPackages.fastify as () => { register(plugin: unknown): Promise<void>; get(path: string, handler: (request: unknown, reply: Reply) => unknown): void; inject(url: string): Promise<{ headers: Record<string, string> }>; close(): Promise<void> })();
  await app.register(sessionPackages['@fastify/cookie']);
  app.get('/', async (_, reply) => {
    await runCode(code.replace('return ', ''), { reply });
    return 'done';
  });
  const { headers } = await app.inject('/');
  await app.close();
  return headers['set-cookie'] ?? '';
}

async function runHono(code: string): Promise<string> {
  const { Hono } = require('hono') as { Hono: new () => { get(path: string, handler: (c: { text(text: string): Response }) => Promise<Response>): void; request(path: string): Promise<Response> } };
  const app = new Hono();
  app.get('/', async (c) => {
    await runCode(code, { c, ...(cookiePackages.hono[0] as object) });
    return c.text('done');
  });
  return (await app.request('/')).headers.get('set-cookie') ?? '';
}

const libraries: readonly Library[] = [
  {
    id: 'express', prelude: `import type { Response } from 'express';`, around: 'export function run(res: Response) { BODY }', call: `return res.cookie('sid', '1', OPTIONS)`, unit: 'ms', hidden: false,
    run: onResponse((req, res) => ({ res: Object.assign(res, { req, cookie: (packages.express as App).response['cookie' as never], append: (packages.express as App).response['append' as never], get: (name: string) => res.getHeader(name), set: (name: string, value: string) => res.setHeader(name, value) }) })),
  },
  ...cookiePackages.cookie.map((cookie): Library => ({
    id: 'cookie', prelude: `import cookie from 'cookie';`, call: `return cookie.serialize('sid', '1', OPTIONS)`, unit: 's', hidden: false,
    run: async (code) => String(await runCode(code, { cookie })),
  })),
  { id: 'cookie', prelude: `import { stringifySetCookie } from 'cookie';`, call: `return stringifySetCookie('sid', '1', OPTIONS)`, unit: 's', hidden: false, run: async (code) => String(await runCode(code, cookiePackages.cookie[0] as Record<string, unknown>)) },
  { id: 'cookie', prelude: `import { stringifySetCookie } from 'cookie';`, call: `return stringifySetCookie({ name: 'sid', value: '1', ...OPTIONS })`, unit: 's', hidden: false, run: async (code) => String(await runCode(code, cookiePackages.cookie[0] as Record<string, unknown>)) },
  {
    id: 'cookies', prelude: `import Cookies from 'cookies';\nexport const make = (req, res) => new Cookies(req, res);`, around: 'export function run(jar: Cookies) { BODY }', call: `return jar.set('sid', '1', OPTIONS)`, unit: 'ms', hidden: true,
    run: onResponse((req, res) => ({ jar: new (cookiePackages.cookies[0] as new (req: unknown, res: unknown) => unknown)(req, res) })),
  },
  {
    id: 'cookies', prelude: `import type { Context } from 'koa';`, around: 'export function run(ctx: Context) { BODY }', call: `return ctx.cookies.set('sid', '1', OPTIONS)`, unit: 'ms', hidden: true,
    run: onResponse((req, res) => ({ ctx: new (sessionPackages.koa as new () => App)().createContext(req, res) })),
  },
  { id: 'fastify-cookie', prelude: `import type { FastifyReply } from 'fastify';`, around: 'export function run(reply: FastifyReply) { BODY }', call: `return reply.setCookie('sid', '1', OPTIONS)`, unit: 's', hidden: undefined, run: runFastify },
  { id: 'hono', prelude: `import { setCookie } from 'hono/cookie';`, around: 'export function run(c) { BODY }', call: `return setCookie(c, 'sid', '1', OPTIONS)`, unit: 's', hidden: false, run: runHono },
  { id: 'hono', prelude: `import { setSignedCookie } from 'hono/cookie';`, around: 'export function run(c) { BODY }', call: `return setSignedCookie(c, 'sid', '1', 'secret', OPTIONS)`, unit: 's', hidden: false, run: runHono },
  { id: 'hono', prelude: `import { generateCookie } from 'hono/cookie';`, call: `return generateCookie('sid', '1', OPTIONS)`, unit: 's', hidden: false, run: async (code) => String(await runCode(code, cookiePackages.hono[0] as Record<string, unknown>)) },
  { id: 'h3', prelude: `import { setCookie } from 'h3';`, around: 'export function run(event) { BODY }', call: `return setCookie(event, 'sid', '1', OPTIONS)`, unit: 's', hidden: false, run: onResponse((req, res) => ({ event: { node: { req, res } }, ...(cookiePackages.h3[0] as object) })) },
  { id: 'nookies', prelude: `import { setCookie } from 'nookies';`, around: 'export function run(ctx) { BODY }', call: `return setCookie(ctx, 'sid', '1', OPTIONS)`, unit: 's', hidden: false, run: onResponse((req, res) => ({ ctx: { req, res }, setCookie: Reflect.get(cookiePackages.nookies[0] as object, 'setCookie') as unknown })) },
  { id: 'cookies-next', prelude: `import { setCookie } from 'cookies-next';`, around: 'export function run(req, res) { BODY }', call: `return setCookie('sid', '1', { req, res, ...OPTIONS })`, unit: 's', hidden: false, run: onResponse((req, res) => ({ req, res, ...(cookiePackages['cookies-next'][0] as object) })) },
];

/** How long a browser keeps the cookie of a `Set-Cookie` header. */
function lifeOf(header: string): Outcome {
  const [, age] = /max-age=(-?\d+)/i.exec(header) ?? [];
  if (age !== undefined) return Number(age) * 1000;
  const [, moment] = /expires=([^;]+)/i.exec(header) ?? [];
  return moment === undefined ? 'browser-close' : toOutcome(Date.parse(moment) - Date.now());
}

function writeOf({ prelude, around = 'export function run() { BODY }' }: Library, code: string, using?: readonly LibraryModel[]) {
  const found = factsOf(`${prelude}\n${around.replace('BODY', code)}\n`, using).writes;
  const [write] = found;
  if (write === undefined || found.length > 1) throw new Error(`${found.length} cookies are seen in ${code}`);
  return write;
}

describe.each(libraries.map((library) => [`${library.id}: ${library.call}`, library] as const))('%s', (_, library) => {
  const hour = library.unit === 'ms' ? HOUR : HOUR / 1000;
  const experiments = [
    '{}',
    `{ maxAge: ${hour} }`,
    `{ expires: new Date(Date.now() + ${HOUR}) }`,
    // The one that counts in the browser.
    `{ maxAge: ${hour}, expires: new Date(Date.now() + ${2 * HOUR}) }`,
    `{ maxAge: 0 }`,
  ];

  it.each(experiments)('ends as the header says: %s', async (options) => {
    const code = library.call.replace('OPTIONS', options);
    const does = lifeOf(await library.run(code));
    // What is left out may stand in the options of the plugin.
    expect(predicted(writeOf(library, code).lifetime)).toBe(library.id === 'fastify-cookie' && does === 'browser-close' ? 'unknown' : does);
  });

  it.each(['{}', '{ httpOnly: true }', '{ httpOnly: false }'])('is hidden as the header says: %s', async (options) => {
    const code = library.call.replace('OPTIONS', options);
    const does = /httponly/i.test(await library.run(code));
    const [only, ...others] = writeOf(library, code).httpOnly?.cases ?? [];
    expect(others).toEqual([]);
    if (options === '{}' && library.hidden === undefined) expect(only).toMatchObject({ status: 'unknown' });
    else expect(only).toMatchObject({ status: 'known', value: does });
  });

  it('is called what the header says', async () => {
    const code = library.call.replace('OPTIONS', '{}');
    expect(await library.run(code)).toMatch(/^sid=1/);
    expect(writeOf(library, code)).toMatchObject({ memory: 'cookie', path: ['sid'], value: { literal: '1' } });
  });
});

describe('each line of the decision lists', () => {
  const ids = [...new Set(libraries.map(({ id }) => id))];
  const lines = ids.flatMap((id) => lifetimeRules(models.find((model) => model.id === id) as LibraryModel).map(([title, place]) => [`${id}: ${title}`, id, place] as const));
  // Rows of other places of the same functions.
  const seen = lines.filter(([title]) => !/cookies-next\/|h3: writes\[[1-9]\] Return|writes\[[1-9]\].*(?:setCookie|serialize,)/.test(title));

  it.each(seen)('is needed: %s', (_, id, place) => {
    const reduced = withoutRule(models, id, place);
    const changed = libraries.filter((library) => library.id === id).some((library) => {
      const amounts = ['{}', '{ maxAge: 0 }', `{ maxAge: ${HOUR} }`, `{ expires: new Date(Date.now() + ${HOUR}) }`];
      return amounts.some((options) => {
        const code = library.call.replace('OPTIONS', options);
        return JSON.stringify(writeOf(library, code, reduced).lifetime) !== JSON.stringify(writeOf(library, code).lifetime);
      });
    });
    expect(changed).toBe(true);
  });
});
