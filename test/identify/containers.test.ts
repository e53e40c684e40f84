import { describe, expect, it } from 'vitest';

import type { Container } from '../../src/facts/index.js';
import { factsOf } from '../models/facts-of.js';

const app = `import express from 'express';\nconst app = express();\n`;

function only(code: string): Container | undefined {
  const { containers } = factsOf(code);
  expect(containers.length).toBeLessThanOrEqual(1);
  return containers[0];
}

const reach = (code: string): readonly string[] | undefined => only(code)?.removals.map(({ reached }) => reached);

describe('containers', () => {
  it.each([
    ['a Map by a session id', `${app}const seen = new Map();\napp.post('/a', (req, res) => { seen.set(req.body.sessionId, 1); res.end(String(seen.size)); });`, 'seen', 'map', 'session'],
    ['an object by a user id', `${app}const baskets = {};\napp.post('/a', (req, res) => { baskets[req.user.id] = req.body; res.end(); });`, 'baskets', 'object', 'user'],
    ['a Set', `${app}const online = new Set();\napp.post('/a', (req, res) => { online.add(req.query.chatId); res.end(); });`, 'online', 'set', 'session'],
    ['a Map that says it by its name', `${app}const sessions = new Map();\nfunction open(id) { sessions.set(id, {}); }\napp.post('/a', (req, res) => { open(req.params.id); res.end(); });`, 'sessions', 'map', 'session'],
    ['a static field', `${app}class Visits { static byUser = new Map(); static note(userId) { Visits.byUser.set(userId, 1); } }\napp.get('/', (req, res) => { Visits.note(req.user.id); res.end(); });`, 'byUser', 'map', 'user'],
    ['a field of a service', `${app}class Visits { #byUser = new Map(); note(userId) { this.#byUser.set(userId, 1); } }\nconst visits = new Visits();\napp.get('/', (req, res) => { visits.note(req.user.id); res.end(); });`, '#byUser', 'map', 'user'],
    ['a field of a store', `export class SessionStore { #kept = new Map(); set(id, value) { this.#kept.set(id, value); } }`, '#kept', 'map', 'session'],
    ['sets in a Map', `${app}const readers = new Map();\napp.post('/a', (req, res) => { const set = readers.get(req.params.page) ?? new Set(); set.add(req.body.sessionId); readers.set(req.params.page, set); res.end(); });`, 'readers', 'map', 'session'],
    ['a list', `${app}const log = [];\napp.post('/a', (req, res) => { log.push(req.body); res.end(); });`, 'log', 'list', undefined],
  ])('knows %s', (_, code, name, kind, keyedBy) => {
    expect(only(code)).toMatchObject({ name, kind, handled: name !== '#kept', removals: [], capped: false });
    expect(only(code)?.keyedBy).toBe(keyedBy);
  });

  it.each([
    ['a table that is filled at the start', `${app}const sessions = new Map();\nfor (const id of IDS) sessions.set(id, 1);\napp.get('/', (req, res) => res.end(sessions.get(req.params.id)));`],
    ['a table that is written out', `${app}const sessions = { a: 1 };\napp.get('/', (req, res) => { sessions[req.params.sessionId] = 1; res.end(); });`],
    ['a collection of one call', `${app}app.get('/', (req, res) => { const sessions = new Map(); sessions.set(req.params.sessionId, 1); res.end(); });`],
    ['a field of an instance that a request makes', `${app}class Report { bySession = new Map(); add(sessionId) { this.bySession.set(sessionId, 1); } }\napp.get('/', (req, res) => { const report = new Report(); report.add(req.params.sessionId); res.end(); });`],
    ['what only a script fills', `const bySession = new Map();\nfunction add(sessionId) { bySession.set(sessionId, 1); }\nadd('a');`],
    ['a WeakMap', `${app}const sessions = new WeakMap();\napp.get('/', (req, res) => { sessions.set(req.session, 1); res.end(); });`],
    ['a Map of another kind', `import { Map } from 'immutable';\n${app}const sessions = new Map();\napp.get('/', (req, res) => { sessions.set(req.params.sessionId, 1); res.end(); });`],
    ['hostile names', `${app}const __proto__ = new Map();\nexport { constructor } from './x.js';\napp.get('/', (req, res) => { __proto__.get(req.params.sessionId); res.end(); });`],
  ])('knows no container in %s', (_, code) => {
    expect(only(code)).toBeUndefined();
  });

  const map = (rest: string): string => `${app}const sessions = new Map();\napp.post('/', (req, res) => { sessions.set(req.body.sessionId, {}); res.end(); });\n${rest}`;

  it.each([
    ['the close event', `io.on('connection', (socket) => { socket.on('disconnect', () => sessions.delete(socket.id)); });`, 'close'],
    ['a property that is called at the close', `transport.onclose = () => { end(transport.sessionId); };\nfunction end(id) { sessions.delete(id); }`, 'close'],
    ['an option that is called at the close', `serve({ close(socket) { sessions.delete(socket.data.id); } });`, 'close'],
    ['a sweep', `setInterval(() => { for (const [id, one] of sessions) if (one.at < limit) sessions.delete(id); }, 60000);`, 'timer'],
    ['a bound', `function trim() { if (sessions.size > 1000) sessions.clear(); }\napp.get('/x', trim);`, 'cap'],
    ['a request', `app.delete('/', (req, res) => { sessions.delete(req.body.sessionId); res.end(); });`, 'command'],
    ['a look that finds it old', `app.get('/', (req, res) => { const one = sessions.get(req.query.id); if (one.expires < Date.now()) sessions.delete(req.query.id); res.end(); });`, 'read'],
    ['nothing', `export function reset() { sessions.clear(); }`, 'unreached'],
    ['the end of the process', `process.on('SIGTERM', () => { sessions.clear(); });`, 'unreached'],
  ])('knows that %s removes', (_, rest, expected) => {
    expect(reach(map(rest))).toEqual([expected]);
  });

  it('knows what takes its own entry away again', () => {
    expect(reach(`${app}const inFlight = new Map();\napp.post('/', async (req, res) => { inFlight.set(req.body.sessionId, 1); try { await work(); } finally { inFlight.delete(req.body.sessionId); } res.end(); });`)).toEqual(['after']);
    expect(reach(`${app}const on = new Set();\napp.post('/', (req, res) => { const id = req.body.sessionId; if (on.has(id)) on.delete(id); else on.add(id); res.end(); });`)).toEqual(['command']);
  });

  it('knows a list that is cut, and one that is not filled beyond a number', () => {
    expect(reach(`${app}let log = [];\napp.post('/', (req, res) => { log = [...log, req.body]; log = log.slice(-20); res.end(); });`)).toEqual(['cap']);
    expect(reach(`${app}const log = [];\napp.post('/', (req, res) => { log.push(req.body); while (log.length > 20) log.shift(); res.end(); });`)).toEqual(['cap']);
    expect(only(`${app}const log = [];\napp.post('/', (req, res) => { if (log.length < 20) log.push(req.body); res.end(); });`)?.capped).toBe(true);
  });

  it('is open where code that is not seen may take something out', () => {
    expect(only(map(''))?.open).toBe(false);
    expect(only(map('export { sessions };'))?.open).toBe(true);
    expect(only(map('expireOldOnes(sessions);'))?.open).toBe(true);
    expect(only(map('console.log(Object.keys(sessions));'))?.open).toBe(false);
  });
});
