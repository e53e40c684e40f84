import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/cli/host.js';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../scan/temporary-folder.js';

/** One mistake that one rule sees. */
const endless = "import Redis from 'ioredis';\nexport const keep = (sessionId, text) => new Redis().set(`session:${sessionId}`, text);\n";
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

async function run(cwd: string, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const host: Host = {
    cwd: () => cwd,
    environment: { NO_COLOR: '1' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  };
  return { code: await main(argv, host), out, err };
}

describe('scan', () => {
  it('exits 1 with findings, 0 without, and as the gate says', async () => {
    const folder = temporaryFolder({ 'a.ts': endless });
    expect((await run(folder, 'scan')).code).toBe(1);
    expect((await run(folder, 'scan', '--fail-on', 'never')).code).toBe(0);
    expect((await run(folder, 'scan', '--rule', 'require-session-expiry=info', '--fail-on', 'warn')).code).toBe(0);
    expect((await run(folder, 'scan', '--rule', 'require-session-expiry=off')).code).toBe(0);
  });

  it.each(['stylish', 'json'])('prints a valid report of an empty folder as %s', async (format) => {
    const { code, out, err } = await run(temporaryFolder(), 'scan', '--format', format);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    if (format === 'json') expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, findings: [], skipped: [] });
    else expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('names paths relative to the common folder of the inputs', async () => {
    const folder = temporaryFolder({ 'p/a/x.ts': endless, 'p/b/y.ts': endless });
    const { out } = await run(folder, 'scan', 'p/a', 'p/b/y.ts', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: readonly { path: string }[] };
    expect(findings.map(({ path }) => path)).toEqual(['a/x.ts', 'b/y.ts']);
  });

  it.each([
    [['scan', 'missing'], '"missing": not found.'],
    [['scan', '--formt', 'json'], 'Did you mean "--format"?'],
    [['scan', '--format', 'jsn'], 'Did you mean "json"?'],
    [['scan', '--format'], '--format needs a value'],
    [['scan', '--include-tests=yes'], 'takes no value'],
    [['scan', '--rule', 'no-repeated-asks=error'], 'Did you mean "no-repeated-ask"?'],
    [['scan', '--rule', 'no-repeated-ask=eror'], 'Did you mean "error"?'],
    [['scan', '--rule', '{"require-session-expiry": ["warn", {"idleMinute": 5}]}'], 'Did you mean "idleMinutes"?'],
    [['scan', '--rule', '{"require-session-expiry": ["warn", {"idleMinutes": "5"}]}'], 'require-session-expiry[1].idleMinutes must be'],
    [['scan', '--rule', '{'], 'not valid JSON'],
    [['scan', '--max-file-size', '-1'], '--max-file-size'],
    [['scan', '--max-file-size', '1e309'], 'must be a size such as'],
    [['scan', '--timeout', 'NaN'], 'must be a time such as'],
    [['scan', '--config', 'none.json'], 'none.json: not found.'],
    [['scna'], 'Did you mean "scan"?'],
    [['./src'], 'session-memory scan ./src'],
    [['explain', 'require-sesion-expiry'], 'Did you mean "require-session-expiry"?'],
    [['why', 'a.ts'], 'a file and a line'],
    [['rules', 'x'], 'Too many arguments'],
  ])('%j is one clear line and exit 2', async (argv, text) => {
    const { code, out, err } = await run(temporaryFolder(), ...argv);
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(text);
  });

  it.each([
    ['{ "preset": "strickt" }', 'preset must be one of "recommended", "strict", not "strickt". Did you mean "strict"?'],
    ['{ "rulez": {} }', 'Did you mean "rules"?'],
    ['{ "rules": { "require-session-expiry": ["warn", { "idleMinutes": -1 }] } }', 'rules.require-session-expiry[1].idleMinutes'],
    ['export default {}', 'not valid JSON'],
    ['{ "includeTests": "yes" }', 'includeTests must be true or false'],
  ])('a config %s is an error that names the file and the place', async (config, text) => {
    const { code, err } = await run(temporaryFolder({ 'c.json': config }), 'scan', '--config', 'c.json');
    expect(code).toBe(2);
    expect(err).toMatch(/c\.json(?::1)?: /);
    expect(err).toContain(text);
  });

  it('takes settings from a config, and flags before them', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, 'c.json': '{ "rules": { "require-session-expiry": "off" } }' });
    expect((await run(folder, 'scan', '-c', 'c.json')).code).toBe(0);
    expect((await run(folder, 'scan', '-c', 'c.json', '--rule', 'require-session-expiry=warn')).code).toBe(1);
  });

  it('leaves tests out unless asked', async () => {
    const folder = temporaryFolder({ 'test/a.ts': endless });
    expect((await run(folder, 'scan')).code).toBe(0);
    expect((await run(folder, 'scan', '--include-tests')).code).toBe(1);
  });

  it('writes to a file, and says why it cannot', async () => {
    const folder = temporaryFolder({ 'a.ts': endless });
    expect(await run(folder, 'scan', '--format', 'json', '--output', 'r.json')).toMatchObject({ code: 1, out: '' });
    expect((await run(folder, 'scan', '--output', '.')).err).toContain('--output .: is a folder.');
  });

  it('runs nothing of what it scans', async () => {
    const canary = "require('fs').writeFileSync('canary', '');";
    const folder = temporaryFolder({
      'eslint.config.js': canary, 'vite.config.js': canary, 'session-memory.config.js': canary, '.eslintrc.js': canary,
      'node_modules/typescript/index.js': canary, 'node_modules/ts-morph/index.js': canary,
      'package.json': '{"scripts":{"postinstall":"touch canary"}}', 'a.ts': endless,
    });
    await run(folder, 'scan');
    expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' })).not.toContain('canary');
  });
});

describe('other commands', () => {
  it('help, version, rules, explain', async () => {
    const folder = temporaryFolder();
    expect(await run(folder)).toMatchObject({ code: 0, out: expect.stringContaining('Commands') as string });
    expect(await run(folder, 'scan', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--fail-on') as string });
    expect((await run(folder, '--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run(folder, 'rules')).out).toContain('require-session-expiry');
    expect((await run(folder, 'explain', 'require-session-expiry')).out).toContain('Incorrect');
    expect((await run(folder, 'explain', 'unused-directive')).out).toContain('Remove it');
  });

  it('why says once what holds in several cases', async () => {
    const set = "import { createClient } from 'redis';\nconst client = createClient();\nexport const put = (id, o) => client.set(`session:${id}`, 'v', o);\n";
    const { out } = await run(temporaryFolder({ 'a.ts': set }), 'why', 'a.ts:3');
    expect(out.match(/unknown \(/g)).toHaveLength(1);
  });

  it('takes a folder whose name starts with dots for one of the project', async () => {
    const folder = temporaryFolder({ '..drafts/a.ts': endless });
    expect((await run(folder, 'why', '..drafts/a.ts:2')).out).toContain('..drafts/a.ts:2');
    expect(JSON.parse((await run(folder, 'scan', '--print-config', '..drafts/a.ts')).out)).toMatchObject({ file: '..drafts/a.ts' });
  });

  it('why tells facts, lifetimes and findings', async () => {
    const { out } = await run(temporaryFolder({ 'a.ts': endless }), 'why', 'a.ts:2');
    expect(out).toContain('known by its import');
    expect(out).toContain('never ends (default)');
    expect(out).toContain('require-session-expiry: error');
  });

  it('--print-summary and --print-facts are JSON', async () => {
    const folder = temporaryFolder({ 'a.ts': endless });
    expect(JSON.parse((await run(folder, 'scan', '--print-summary', 'a.ts')).out)).toMatchObject({ file: 'a.ts', dialect: 'ts' });
    expect(JSON.parse((await run(folder, 'scan', '--print-facts')).out)).toMatchObject({ writes: [{ library: 'ioredis' }] });
  });
});

describe('the process', () => {
  it('ends quietly when the reader of its output has enough', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.ts`, endless]));
    const folder = temporaryFolder(many);
    const command = `"${process.execPath}" --import "${tsx}" "${cli}" scan | head -1`;
    const { stderr, stdout } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toHaveLength(2);
  });

  it('says so when the working directory is gone', async () => {
    let err = '';
    const gone = (): never => {
      throw new Error('ENOENT: uv_cwd');
    };
    const code = await main(['scan'], { cwd: gone, environment: {}, stdout: { write: () => true }, stderr: { write: (text) => (err += text) } });
    expect({ code, err }).toEqual({ code: 2, err: 'session-memory: The current folder does not exist any more.\n' });
  });
});
