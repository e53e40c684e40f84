import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from 'vitest';

import { requireSessionSave } from '../../rules/require-session-save.js';
import { factsOf } from './facts-of.js';
import { packages } from './packages.js';
import { runCode } from './run-code.js';
import { makeSession } from './session-experiment.js';

type Callback = (error?: unknown) => void;

interface MemoryStore {
  set(id: string, session: unknown, callback: Callback): void;
}

const { MemoryStore } = packages['express-session'] as { readonly MemoryStore: new () => MemoryStore };

/** Answers as late as a database under load. */
class SlowStore extends MemoryStore {
  stored = false;

  override set(id: string, session: unknown, callback: Callback): void {
    setTimeout(() => super.set(id, session, (error) => {
      this.stored = true;
      callback(error);
    }), 150);
  }
}

interface App {
  get(path: string, ...handlers: unknown[]): void;
  use(...handlers: unknown[]): void;
  listen(port: number, host: string, ready: () => void): Server;
}

/** Visits a page, and tells whether the session is stored when the browser can go on: to the next page, or to what it shows. */
async function isStoredInTime(handler: string): Promise<boolean> {
  const store = new SlowStore();
  const app = (packages.express as () => App)();
  app.use(await makeSession("session({ secret: 'x', resave: false, saveUninitialized: false, store })", { store }));
  app.get('/', await runCode(`return ${handler}`, {}));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { redirect: 'manual' });
    if (answer.headers.get('location') === null) await answer.text();
    return store.stored;
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** What the rule says of the same handler, with a store that is known to be slow. */
function isReported(handler: string): boolean {
  const facts = factsOf(`import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
const app = express();
app.use(session({ secret: 'x', resave: false, saveUninitialized: false, store: new RedisStore({ client }), cookie: { maxAge: 1800000 } }));
app.get('/', ${handler});
`);
  return requireSessionSave.check(facts, { redirects: true }).length > 0;
}

const HANDLERS: readonly (readonly [handler: string, inTime: boolean])[] = [
  ["(req, res) => { req.session.seat = 1; res.redirect('/next'); }", false],
  ["(req, res) => { req.session.seat = 1; res.status(201).redirect(303, '/next'); }", false],
  ["(req, res) => { req.session.regenerate(() => { req.session.seat = 1; res.redirect('/next'); }); }", false],
  ["(req, res) => { req.session.seat = 1; res.send('<p>Seat 1</p>'); }", true],
  ["(req, res) => { req.session.seat = 1; req.session.save(() => res.redirect('/next')); }", true],
  ["async (req, res) => { req.session.seat = 1; await new Promise((done) => req.session.save(done)); res.redirect('/next'); }", true],
  ["(req, res) => { req.session.regenerate(() => { req.session.seat = 1; req.session.save(() => res.redirect('/next')); }); }", true],
  // What the suggestion writes.
  ["(req, res, next) => { req.session.seat = 1; req.session.save((saveError) => (saveError ? next(saveError) : res.redirect('/next'))); }", true],
];

describe('express-session on a slow store', () => {
  it.each(HANDLERS)('%s', async (handler, inTime) => {
    expect({ inTime: await isStoredInTime(handler), reported: isReported(handler) }).toEqual({ inTime, reported: !inTime });
  });

  it('gives no promise that a save could be awaited by', async () => {
    expect(await isStoredInTime("async (req, res) => { req.session.seat = 1; await req.session.save(); res.redirect('/next'); }")).toBe(false);
  });
});
