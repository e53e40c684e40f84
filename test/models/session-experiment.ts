import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

import type { SessionConfig } from '../../src/facts/index.js';
import { models as allModels } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { factsOf } from './facts-of.js';
import type { Outcome } from './outcome.js';
import { toOutcome } from './outcome.js';
import { packages } from './packages.js';
import { runCode } from './run-code.js';

/** What one visit to a page did. */
export interface Visit {
  /** The life of the cookie that came with the answer; `not kept` when none came. */
  readonly cookie: Outcome;
  /** What went wrong while the session was saved or made. */
  readonly error?: unknown;
}

interface Request {
  readonly session: Record<string, unknown>;
}

interface App {
  use(...handlers: unknown[]): void;
  set(name: string, value: unknown): void;
  listen(port: number, host: string, ready: () => void): Server;
}

/** The session middleware that an expression makes, for real. */
export async function makeSession(expression: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  return runCode(`return ${expression}`, { session: packages['express-session'], ...variables });
}

/**
 * Serves one page behind a session middleware, and visits it once.
 *
 * @param touch - what the page does with its session; by default it writes, so that the session is saved.
 */
export async function visit(middleware: unknown, touch: (request: Request) => void = ({ session }) => void (session['step'] = 1)): Promise<Visit> {
  const app = (packages.express as () => App)();
  let error: unknown;
  app.set('env', 'test');
  app.use(middleware, (request: Request, response: { end(text: string): void }) => {
    touch(request);
    response.end('page');
  });
  app.use((failure: unknown, _: unknown, response: { headersSent: boolean; end(): void }, _next: unknown) => {
    error = failure;
    if (!response.headersSent) response.end();
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await answer.text();
    return { cookie: cookieLife(answer.headers.get('set-cookie')), ...(error === undefined ? {} : { error }) };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function cookieLife(header: string | null): Outcome {
  if (header === null) return 'not kept';
  const expires = /Expires=([^;]+)/i.exec(header)?.[1];
  return expires === undefined ? 'browser-close' : toOutcome(Date.parse(expires) - Date.now());
}

/** What the engine says of the one session that an expression sets up. */
export function configOf(expression: string, prelude: string, using: readonly LibraryModel[] = allModels): SessionConfig {
  const [only, ...others] = factsOf(`${prelude}\nexport const middleware = ${expression};\n`, using).sessionConfigs;
  if (!only || others.length > 0) throw new Error(`one session expected in ${expression}`);
  return only;
}

/** Does the engine say something else with changed models? */
export function isConfigJudgedAnew(expression: string, prelude: string, changed: readonly LibraryModel[]): boolean {
  const [before, after] = [configOf(expression, prelude), configOf(expression, prelude, changed)];
  return JSON.stringify([before.record, before.cookie]) !== JSON.stringify([after.record, after.cookie]);
}
