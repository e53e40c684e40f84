import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/cli/host.js';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../scan/temporary-folder.js';

async function run(cwd: string, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const host: Host = { cwd: () => cwd, environment: { NO_COLOR: '1' }, stdout: { write: (text) => (out += text) }, stderr: { write: (text) => (err += text) } };
  return { code: await main(['inventory', ...argv], host), out, err };
}

const APP = `import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';
const client = createClient();
const app = express();
app.use(session({ secret: process.env.SECRET!, resave: false, saveUninitialized: false, store: new RedisStore({ client, ttl: 1800 }) }));
app.post('/details', (req, res) => {
  req.session.details = { email: req.body.email, topic: req.body.topic };
  req.session.step = 2;
  res.redirect('/check');
});
app.get('/check', (req, res) => {
  res.send(req.session.details.topic);
});
app.post('/done', (req, res) => {
  delete req.session.details;
  res.redirect('/');
});
app.post('/sign-out', (req, res) => {
  req.session.destroy(() => res.redirect('/'));
});
`;
const PAGE = `export const remember = (theme) => localStorage.setItem('theme', theme);
export const recall = () => localStorage.getItem('theme');
export const forget = () => localStorage.removeItem('theme');
export const other = () => localStorage.getItem('language');
`;
const STORE = `import Redis from 'ioredis';
const redis = new Redis();
export const keep = (sessionId, text) => redis.set(\`session:\${sessionId}\`, text, 'EX', 3600);
export const get = (sessionId) => redis.get(\`session:\${sessionId}\`);
export const price = () => redis.get('price:today');
`;
const MANIFEST = JSON.stringify({ dependencies: { express: '^5', 'express-session': '^1.18', 'connect-redis': '^9', redis: '^5', ioredis: '^5' } });

describe('inventory', () => {
  it('lists keys with their store, life, writers, readers and clears', async () => {
    const folder = temporaryFolder({ 'package.json': MANIFEST, 'app.ts': APP, 'page.js': PAGE, 'store.ts': STORE });
    const { code, out, err } = await run(folder, '--format', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { schemaVersion, sections } = JSON.parse(out) as { schemaVersion: number; sections: readonly { memory: string }[] };
    expect(schemaVersion).toBe(1);
    const at = (file: string, ...lines: readonly number[]): unknown => lines.map((line) => ({ path: file, line }));
    expect(sections).toEqual([
      {
        memory: 'server-session',
        setUps: [{ library: 'express-session', store: 'connect-redis', kept: '30 minutes', at: { path: 'app.ts', line: 7 } }],
        clearedWhole: at('app.ts', 21),
        entries: [
          { key: 'details', holds: 'email, topic', sensitive: 'email', written: at('app.ts', 9), read: at('app.ts', 14), cleared: at('app.ts', 17) },
          { key: 'step', holds: '2', written: at('app.ts', 10), read: [], cleared: [] },
        ],
      },
      {
        memory: 'server-record', setUps: [], clearedWhole: [],
        entries: [{ key: 'session:${sessionId}', kept: '1 hour', written: at('store.ts', 3), read: at('store.ts', 4), cleared: [] }],
      },
      {
        memory: 'local-storage', setUps: [], clearedWhole: [],
        entries: [
          { key: 'language', written: [], read: at('page.js', 4), cleared: [] },
          { key: 'theme', written: at('page.js', 1), read: at('page.js', 2), cleared: at('page.js', 3) },
        ],
      },
    ]);
  });

  it('is a table for people, no line wider than the terminal', async () => {
    const { out } = await run(temporaryFolder({ 'package.json': MANIFEST, 'app.ts': APP, 'page.js': PAGE }));
    expect(out).toMatchInlineSnapshot(`
      "Session on the server
        express-session in connect-redis, kept 30 minutes   app.ts:7
        cleared as a whole: app.ts:21

        Key              Written    Read       Cleared    Holds
        details ‹email›  app.ts:9   app.ts:14  app.ts:17  email, topic
        step             app.ts:10  –          –          2

      localStorage

        Key       Written    Read       Cleared
        language  –          page.js:4  –
        theme     page.js:1  page.js:2  page.js:3

      4 keys: 1 is sensitive, 1 is read nowhere that is seen, 1 is written nowhere that is seen.
      "
    `);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is Markdown in which nothing out of code is markup', async () => {
    const { out } = await run(temporaryFolder({ 'a.js': "localStorage.setItem('a|b`<i>c', 'x');\n" }), '--format', 'markdown');
    const row = out.split('\n').find((line) => line.startsWith('| ``'));
    expect(row).toContain('``a\\|b`<i>c``');
    expect(out).toContain('## localStorage');
  });

  it('says so where there is nothing', async () => {
    expect((await run(temporaryFolder({ 'a.js': 'export const a = 1;\n' }))).out).toBe('No session memory found.\n');
  });

  it('writes to a file', async () => {
    const folder = temporaryFolder({ 'page.js': PAGE });
    const { out } = await run(folder, '--format', 'json', '--output', 'inventory.json');
    expect(out).toBe('');
    expect(JSON.parse(readFileSync(path.join(folder, 'inventory.json'), 'utf8'))).toMatchObject({ schemaVersion: 1 });
    expect((await run(folder, '--output', 'missing/x.json')).err).toContain('--output missing/x.json: ');
    expect(existsSync(path.join(folder, 'missing'))).toBe(false);
  });

  it('refuses what it does not know', async () => {
    const { code, err } = await run(temporaryFolder(), '--format', 'tabel');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "table"?');
  });

  it('shows control characters instead of sending them', async () => {
    const { out } = await run(temporaryFolder({ 'a.js': "localStorage.setItem('a\\u001b[31mb', 'x');\n" }));
    expect(out).not.toContain('\u001b');
    expect(out).toContain('\\x1b[31mb');
  });
});
