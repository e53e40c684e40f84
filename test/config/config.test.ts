import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../scan/temporary-folder.js';
import { findingsOf, runCli } from './run-cli.js';

const endless = "import session from 'express-session';\nexport const handler = session({ secret: 's' });\n";
const off = '{ "rules": { "require-session-expiry": "off" } }';
const expiry = (path: string, severity = 'error'): string => `${path}: require-session-expiry (${severity})`;
const name = 'session-memory.config.json';

describe('where the configuration is found', () => {
  it('in a file of its own, comments and all', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, [name]: '\uFEFF{\r\n  // why\r\n  "rules": { "require-session-expiry": "off", }, /* so */\r\n}\r\n' });
    expect(await findingsOf(folder)).toEqual([]);
  });

  it('in package.json', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, 'package.json': `{ "scripts": { "a": "1", "a": "2" }, "sessionMemory": ${off} }` });
    expect(await findingsOf(folder)).toEqual([]);
  });

  it('not twice', async () => {
    const folder = temporaryFolder({ [name]: off, 'package.json': `{\n"sessionMemory": ${off} }` });
    expect((await runCli(folder, 'scan')).err).toBe(`session-memory: package.json:2: sessionMemory is there beside ${name}. Keep one of the two.\n`);
  });

  it('in the scanned root and nowhere above it, which is said', async () => {
    const folder = temporaryFolder({ 'src/a.ts': endless, [name]: off });
    const { code, out } = await runCli(folder, 'scan', 'src', '--format', 'json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { notes: unknown }).notes).toEqual([`../${name}: not used, because it lies outside of what is scanned. To use it: --config ${name}`]);
    expect(await findingsOf(folder, 'src', '--config', name)).toEqual([]);
    expect(await findingsOf(folder, '.')).toEqual([]);
  });

  it('not with --no-config, which contradicts --config', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, [name]: off });
    expect(await findingsOf(folder, '--no-config')).toEqual([expiry('a.ts')]);
    expect((await runCli(folder, 'scan', '--no-config', '-c', name)).err).toContain('contradict');
  });

  it('never in code', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, 'session-memory.config.js': 'throw new Error();' });
    const { out } = await runCli(folder, 'scan', '--format', 'json');
    expect((JSON.parse(out) as { notes: unknown }).notes).toEqual([`session-memory.config.js: not used. A configuration is JSON: ${name}`]);
    expect((await runCli(folder, 'scan', '-c', 'session-memory.config.js')).err).toContain('Code is not run.');
  });

  it('is no matter of a package.json that is broken otherwise', async () => {
    expect((await runCli(temporaryFolder({ 'package.json': '{ not json' }), 'scan')).code).toBe(0);
    expect((await runCli(temporaryFolder({ 'package.json': `{ "sessionMemory": ${off}, }} ` }), 'scan')).err).toContain('package.json:1: not valid JSON');
  });
});

describe('files that cannot be a configuration', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['UTF-16', Buffer.from(`\uFEFF${off}`, 'utf16le'), 'not UTF-8. Save it as UTF-8.'],
    ['invalid bytes', Buffer.from([0x7b, 0x22, 0xff, 0xff, 0x22, 0x7d]), 'not UTF-8'],
    ['binary', Buffer.alloc(9_000), 'binary'],
    ['too large', `{}${' '.repeat(1_048_576)}`, 'larger than 1 MiB'],
    ['empty', '', 'not valid JSON'],
    ['cut off', '{\n"preset": "strict",\n"rules"', 'not valid JSON'],
    ['a list', '[]', '1: it must be an object, not a list'],
    ['a comment without end', `{ "preset": "strict" /*${' /*'.repeat(100_000)}`, 'not valid JSON'],
    ['deeply nested', `{ "models": ${'['.repeat(100_000)}${']'.repeat(100_000)} }`, 'models[0] must be a string or an object with'],
  ])('%s', async (_, text, message) => {
    const { code, out, err } = await runCli(temporaryFolder({ [name]: text }), 'scan');
    expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 2, out: '', lines: 2 });
    expect(err).toContain(message);
    expect(err).toContain(`session-memory: ${name}`);
  });

  it('a folder, a dangling link, a link out of the root', async () => {
    const folder = temporaryFolder({ 'in/a.ts': endless, [`folder/${name}/x`]: '', 'elsewhere.json': off });
    symlinkSync('nowhere.json', join(folder, 'in', name));
    expect((await runCli(join(folder, 'in'), 'scan')).err).toContain(`${name}: not found.`);
    expect((await runCli(join(folder, 'folder'), 'scan')).err).toContain('regular file');
    const linked = temporaryFolder({ 'a.ts': endless, 'inside.json': off });
    symlinkSync(join(folder, 'elsewhere.json'), join(linked, name));
    expect((await runCli(linked, 'scan')).err).toContain('leads out of the folder');
  });

  it('a link within the root is one', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, 'inside.json': off });
    symlinkSync('inside.json', join(folder, name));
    expect(await findingsOf(folder)).toEqual([]);
  });
});

describe('what is wrong in a configuration is told with line, place and remedy', () => {
  it.each([
    ['{\n "rulez": {}\n}', ':2: rulez is not known. Did you mean "rules"?'],
    ['{ "__proto__": { "preset": "strict" } }', ':1: __proto__ is not known.'],
    ['{ "rules": { "constructor": "warn" } }', 'rules.constructor is not known.'],
    ['{ "preset": "strict",\n "preset": "recommended" }', ':2: preset is there twice. Keep one.'],
    ['{ "preset": "strickt" }', 'preset must be one of "recommended", "strict", not "strickt". Did you mean "strict"?'],
    ['{ "preset": null }', 'not null'],
    ['{ "rules": [] }', 'rules must be an object, not a list. For example: {"no-'],
    ['{ "rules": { "no-repeated-asks": 1 } }', 'rules.no-repeated-asks is not known. Did you mean "no-repeated-ask"?'],
    ['{ "rules": { "session-memory/no-repeated-ask": "warn" } }', 'Did you mean "no-repeated-ask"?'],
    ['{ "rules": { "no-repeated-ask": 2 } }', 'rules.no-repeated-ask must be one of "off", "info", "warn", "error" or a list, not 2. For example: "warn".'],
    ['{ "rules": { "no-repeated-ask": "eror" } }', 'Did you mean "error"?'],
    ['{ "rules": { "no-repeated-ask": [] } }', 'rules.no-repeated-ask must have at least 1 element. For example: "warn".'],
    ['{ "rules": {\n"no-repeated-ask": ["warn", {}, {}] } }', ':2: rules.no-repeated-ask must have at most 2 elements, not 3'],
    ['{ "rules": { "require-session-expiry": ["warn",\n\n { "idleMinute": 5 }] } }', ':3: rules.require-session-expiry[1].idleMinute is not known. Did you mean "idleMinutes"?'],
    ['{ "rules": { "require-session-expiry": ["warn", { "idleMinutes": "5" }] } }', 'idleMinutes must be a whole number, not "5"'],
    ['{ "rules": { "require-session-expiry": ["warn", { "idleMinutes": 0 }] } }', 'idleMinutes must be at least 1, not 0'],
    ['{ "rules": { "require-session-expiry": ["warn", { "idleMinutes": 1e309 }] } }', 'idleMinutes must be a whole number'],
    ['{ "ignore": "dist" }', 'ignore must be a list, not "dist". For example: ["src/legacy/"'],
    ['{ "ignore": ["a", 5] }', 'ignore[1] must be a string, not 5'],
    ['{ "ignore": ["../x"] }', 'ignore[0] must be relative to the folder of the configuration'],
    ['{ "ignore": ["a/*b*c*d*e"] }', 'ignore[0] has too many wildcards'],
    ['{ "ignore": ["**/a/**/b/**/c/**/d/**"] }', 'ignore[0] has too many wildcards'],
    ['{ "ignore": ["*.{js,ts}"] }', 'write one pattern for each'],
    ['{ "ignore": [" "] }', 'ignore[0] is empty'],
    ['{ "includeTests": "yes" }', 'includeTests must be true or false, not "yes"'],
    ['{ "failOn": "never ever" }', 'failOn must be one of'],
    ['{ "format": "jsn" }', 'Did you mean "json"?'],
    ['{ "overrides": {} }', 'overrides must be a list'],
    ['{ "overrides": [{ "rules": {} }] }', 'overrides[0] needs "files"'],
    ['{ "overrides": [{ "files": [] }] }', 'overrides[0].files must have at least 1 element'],
    ['{ "overrides": [{ "files": ["a"], "ignore": [] }] }', 'overrides[0].ignore is not known'],
    ['{ "fieldAliases": { "e-mail": ["correo"] } }', 'Did you mean "email"?'],
    ['{ "fieldAliases": { "email": "correo" } }', 'fieldAliases.email must be a list, not "correo". For example: ["correo","mailAddr"].'],
    ['{ "fieldAliases": { "email": ["--"] } }', 'fieldAliases.email[0] has no letters'],
    ['{ "fieldAliases": { "email": ["kontakt"],\n"tel": ["Kontakt"] } }', ':2: fieldAliases.tel[0] "Kontakt" is also a name of "email"'],
    [`{ "a\\u001b[2J${'x'.repeat(500)}": 1 }`, 'is not known'],
  ])('%s', async (text, message) => {
    const { code, out, err } = await runCli(temporaryFolder({ [name]: text }), 'scan');
    expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 2, out: '', lines: 2 });
    expect(err).toContain(message);
    expect(err).not.toContain('\u001b');
    expect(err.length).toBeLessThan(900);
  });

  it('places in package.json are those of the file', async () => {
    const folder = temporaryFolder({ 'package.json': '{\n  "name": "x",\n  "sessionMemory": {\n    "preset": "x"\n  }\n}' });
    expect((await runCli(folder, 'scan')).err).toContain('package.json:4: sessionMemory.preset must be one of');
  });

  it.each(['scan --print-config', 'why a.ts:1'])('also for %s', async (line) => {
    const folder = temporaryFolder({ 'a.ts': endless, [name]: '{ "x": 1 }' });
    expect((await runCli(folder, ...line.split(' '))).err).toContain(`${name}:1: x is not known`);
  });

  it('nothing of it pollutes the prototype of objects', async () => {
    await runCli(temporaryFolder({ [name]: '{ "rules": { "__proto__": ["warn", { "polluted": 1 }] } }' }), 'scan');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('what a configuration does', () => {
  it('flags beat it, and a severity alone leaves its options', async () => {
    const config = '{ "preset": "strict", "failOn": "never", "format": "json", "rules": { "require-session-expiry": ["info", { "idleMinutes": 7 }] } }';
    const folder = temporaryFolder({ 'a.ts': endless, [name]: config });
    const plain = await runCli(folder, 'scan');
    expect(plain.code).toBe(0);
    expect(plain.out).toContain('7 * 60 * 1000');
    expect(await findingsOf(folder, '--rule', 'require-session-expiry=warn')).toEqual([expiry('a.ts', 'warn')]);
    const beaten = await runCli(folder, 'scan', '--format', 'stylish', '--fail-on', 'info', '--rule', 'require-session-expiry=warn');
    expect(beaten.code).toBe(1);
    expect(beaten.out).toContain('7 * 60 * 1000');
  });

  it('overrides: later ones win, patterns are those of .gitignore, flags beat them too', async () => {
    const folder = temporaryFolder({
      'a.ts': endless, 'apps/admin/b.ts': endless, 'apps/admin/old/c.ts': endless, 'd.gen.ts': endless,
      [name]: JSON.stringify({
        rules: { 'require-session-expiry': 'warn' },
        overrides: [
          { files: ['apps/admin/**', '!apps/admin/old/'], rules: { 'require-session-expiry': 'error' } },
          { files: ['*.gen.ts', 'old'], rules: { 'require-session-expiry': 'off' } },
        ],
      }),
    });
    expect(await findingsOf(folder)).toEqual([expiry('a.ts', 'warn'), expiry('apps/admin/b.ts')]);
    expect(await findingsOf(folder, '--rule', 'require-session-expiry=info')).toHaveLength(4);
  });

  it('an override\'s preset holds for its files alone', async () => {
    const token = "localStorage.setItem('token', response.accessToken);\n";
    const folder = temporaryFolder({ 'a.js': token, 'b/a.js': token, [name]: '{ "overrides": [{ "files": ["b/"], "preset": "strict" }] }' });
    expect((await findingsOf(folder)).filter((each) => each.includes('no-sensitive'))).toEqual(['b/a.js: no-sensitive-session-data (info)']);
  });

  it('a directive for a rule that is off in its file is not unused', async () => {
    const folder = temporaryFolder({ 'a.ts': `// session-memory-disable-next-line require-session-expiry\nexport {};\nimport 'express-session';\n`, [name]: `{ "overrides": [{ "files": ["a.ts"], "rules": { "require-session-expiry": "off" } }] }` });
    expect(await findingsOf(folder)).toEqual([]);
    expect(await findingsOf(folder, '--no-config')).toEqual(['a.ts: unused-directive (warn)']);
  });

  it('ignore leaves out what is found, not what is named, and takes in what .gitignore leaves out', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, 'old/b.ts': endless, 'kept.ts': endless, '.gitignore': '*.ts\n!a.ts\n', [name]: '{ "ignore": ["old/", "!kept.ts"] }' });
    expect(await findingsOf(folder)).toEqual([expiry('a.ts'), expiry('kept.ts')]);
    expect(await findingsOf(folder, '.', 'old/b.ts')).toHaveLength(3);
  });

  it('patterns are relative to the folder of a file that is named', async () => {
    const folder = temporaryFolder({ 'app/src/a.ts': endless, 'app/b.ts': endless, 'app/conf.json': '{ "ignore": ["/b.ts"] }', 'conf.json': '{ "ignore": ["/app/src"] }' });
    expect(await findingsOf(folder, '-c', 'app/conf.json')).toEqual([expiry('app/src/a.ts')]);
    expect(await findingsOf(join(folder, 'app'), '-c', '../conf.json')).toEqual([expiry('b.ts')]);
  });

  it('includeTests', async () => {
    const folder = temporaryFolder({ 'test/a.ts': endless, [name]: '{ "includeTests": true }' });
    expect(await findingsOf(folder)).toEqual([expiry('test/a.ts')]);
  });

  it('why goes by it', async () => {
    const folder = temporaryFolder({ 'a.ts': endless, [name]: '{ "overrides": [{ "files": ["a.ts"], "rules": { "require-session-expiry": "off" } }] }' });
    expect((await runCli(folder, 'why', 'a.ts:2')).out).toContain('require-session-expiry: switched off here.');
  });
});

describe('--print-config', () => {
  const config = {
    preset: 'strict',
    rules: { 'require-session-expiry': ['warn', { idleMinutes: 5 }] },
    ignore: ['old/'],
    overrides: [{ files: ['admin/'], preset: 'recommended', rules: { 'require-session-expiry': 'error' } }],
  };
  interface Printed { readonly file?: string; readonly ignored?: boolean; readonly config: Record<string, unknown> & { rules: Record<string, unknown> }; readonly from: Record<string, string> }
  const print = async (...argv: readonly string[]): Promise<Printed> => {
    const folder = temporaryFolder({ 'admin/a.ts': endless, [name]: JSON.stringify(config, null, 1) });
    return JSON.parse((await runCli(folder, 'scan', '--print-config', ...argv)).out) as Printed;
  };

  it('of the folder', async () => {
    const { config: printed, from } = await print('--rule', 'no-repeated-ask=off');
    expect(printed).toMatchObject({ preset: 'strict', includeTests: false, failOn: 'warn', format: 'stylish', ignore: ['old/'], overrides: config.overrides });
    expect(printed.rules).toMatchObject({ 'require-session-expiry': ['warn', { idleMinutes: 5 }], 'no-repeated-ask': 'off' });
    expect(from).toMatchObject({
      preset: `${name}:2`, 'rules.require-session-expiry': `${name}:4`, 'rules.no-repeated-ask': '--rule', 'rules.no-sensitive-session-data': 'preset strict', failOn: 'default', ignore: `${name}:11`,
    });
  });

  it('of a file, overrides applied', async () => {
    const { file, config: printed, from } = await print('admin/a.ts');
    expect(file).toBe('admin/a.ts');
    expect(printed).toMatchObject({ preset: 'recommended' });
    expect(printed).not.toHaveProperty('overrides');
    expect(printed.rules['require-session-expiry']).toEqual(['error', { idleMinutes: 5 }]);
    expect(from).toMatchObject({ preset: `${name}:19`, 'rules.require-session-expiry': `${name}:21`, 'rules.no-repeated-ask': 'preset recommended' });
  });

  it('says that a file is ignored', async () => {
    expect(await print('old/x.ts')).toMatchObject({ file: 'old/x.ts', ignored: true });
  });

  it('is itself a configuration', async () => {
    const { config: printed } = await print();
    const folder = temporaryFolder({ [name]: JSON.stringify(printed) });
    const again = JSON.parse((await runCli(folder, 'scan', '--print-config')).out) as Printed;
    expect(again.config).toEqual(printed);
  });
});

it('reads large configurations in time', async () => {
  const ignore = Array.from({ length: 1_000 }, (_, at) => `folder-${at}/*-*-*.ts`);
  const folder = temporaryFolder({ 'a.ts': endless });
  writeFileSync(join(folder, name), JSON.stringify({ ignore, overrides: Array.from({ length: 200 }, () => ({ files: ignore.slice(0, 20) })) }));
  const start = performance.now();
  expect(await findingsOf(folder)).toEqual([expiry('a.ts')]);
  expect(performance.now() - start).toBeLessThan(10_000);
});
