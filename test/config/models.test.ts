import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProblem } from '../../src/config/find-problem.js';
import { schema } from '../../src/config/schema.js';
import { models } from '../../src/models/index.js';
import { temporaryFolder } from '../scan/temporary-folder.js';
import { findingsOf, runCli } from './run-cli.js';

/** A session library that does not exist. */
const model = {
  id: 'granary',
  docs: 'https://granary.example/docs',
  packages: ['granary'],
  checkedAgainst: '1',
  types: [{ name: 'granary.Silo', from: { package: 'granary' }, path: 'Member[openSilo].Return' }],
  configs: [{
    from: { package: 'granary' },
    path: 'Member[granarySession].Return',
    memory: 'server-session',
    options: 'Argument[0]',
    lifetime: [
      { clock: 'record', when: [{ read: 'Member[keepFor]', is: 'present' }], then: { read: 'Member[keepFor]', unit: 's', option: 'keepFor' } },
      { clock: 'record', then: { never: 'default' } },
      { clock: 'cookie', then: 'browser-close' },
    ],
    remedy: { set: ['keepFor'], unit: 's', argument: 0 },
  }],
  writes: [{ from: { type: 'granary.Silo' }, path: 'Member[put].Return', memory: 'server-record', key: 'Argument[0]', value: 'Argument[1]' }],
};
const source = "import { granarySession } from 'granary';\nexport const endless = granarySession({ secret: 's' });\nexport const bounded = granarySession({ secret: 's', keepFor: 1800 });\n";
const name = 'session-memory.config.json';
const found = ['src/a.ts: require-session-expiry (error)'];

describe('a model of a user', () => {
  it('in a file makes rules see the library', async () => {
    const folder = temporaryFolder({ 'src/a.ts': source, 'models/granary.json': JSON.stringify(model), [name]: '{ "models": ["models/granary.json"] }' });
    expect(await findingsOf(folder)).toEqual(found);
    expect(await findingsOf(folder, '--no-config')).toEqual([]);
    const { out } = await runCli(folder, 'scan');
    expect(out).toContain('src/a.ts:2:');
    expect(out).toContain('Add `keepFor: 1800`');
    expect((await runCli(folder, 'why', 'src/a.ts:3')).out).toContain('ends after 30 min');
  });

  it('works inline, in package.json, and sleeps where nothing uses it', async () => {
    const config = { models: [model] };
    expect(await findingsOf(temporaryFolder({ 'src/a.ts': source, 'package.json': JSON.stringify({ sessionMemory: config }) }))).toEqual(found);
    const asleep = temporaryFolder({ 'src/a.ts': 'export const granarySession = 1;\n', [name]: JSON.stringify(config) });
    expect((await runCli(asleep, 'scan', '--format', 'json')).out).toContain('"filesParsed": 0');
  });

  it('may build on shipped ones', async () => {
    const own = { ...model, types: [], configs: [], writes: [], roots: [{ from: { type: 'express.Request' }, path: 'Member[basket]', memory: 'server-session', name: 'basket' }] };
    expect((await runCli(temporaryFolder({ [name]: JSON.stringify({ models: [own] }) }), 'scan')).code).toBe(0);
  });
});

describe('a model that is wrong is told with file, row and what is wrong', () => {
  const [config] = model.configs;
  it.each<[string, object, string]>([
    ['no id', { ...model, id: undefined }, 'it needs "id"'],
    ['an unknown kind of rows', { ...model, confgs: [] }, 'confgs is not known. Did you mean "configs"?'],
    ['an unknown key of a row', { ...model, configs: [{ ...config, lifetimes: [] }] }, 'configs[0].lifetimes is not known. Did you mean "lifetime"?'],
    ['a path', { ...model, configs: [{ ...config, path: 'Member[a' }] }, 'configs[0].path cannot be read: "Member[a". For example: "Member[createClient].Return".'],
    ['a path of options', { ...model, configs: [{ ...config, options: 'argument 0' }] }, 'configs[0].options cannot be read'],
    ['a start that is none', { ...model, configs: [{ ...config, from: { module: 'granary' } }] }, 'configs[0].from must be an object with "package", an object with "global" or an object with "type", not an object'],
    ['a start with two ends', { ...model, configs: [{ ...config, from: { package: 'a', type: 'b' } }] }, 'configs[0].from.type is not known'],
    ['a memory', { ...model, configs: [{ ...config, memory: 'server-sesion' }] }, 'Did you mean "server-session"?'],
    ['a unit', { ...model, configs: [{ ...config, lifetime: [{ clock: 'record', then: { read: '', unit: 'sec', option: 'x' } }] }] }, 'configs[0].lifetime[0].then.unit must be one of'],
    ['an option that is missing', { ...model, configs: [{ ...config, lifetime: [{ clock: 'record', then: { read: '', unit: 's' } }] }] }, 'configs[0].lifetime[0].then needs "option"'],
    ['an unknown reader', { ...model, writes: [{ ...model.writes[0], key: { reader: 'chain', method: ['a'], argument: 0 } }] }, 'writes[0].key.reader must be one of "after-token", "chained"'],
    ['a key of the reader that is meant', { ...model, writes: [{ ...model.writes[0], key: { reader: 'chained', metod: ['a'], argument: 0 } }] }, 'writes[0].key.metod is not known. Did you mean "method"?'],
    ['readers in readers without end', { ...model, writes: [{ ...model.writes[0], key: nested(80) }] }, 'is nested too deeply'],
    ['an argument nobody writes', { ...model, configs: [{ ...config, remedy: { set: ['a'], unit: 's', argument: 4e9 } }] }, 'configs[0].remedy.argument must be at most 31'],
    ['a type that is nowhere', { ...model, types: [] }, 'writes[0].from.type names "granary.Silo", and no model has such a type.'],
    ['versions', { ...model, configs: [{ ...config, versions: 'latest' }] }, 'configs[0]: cannot read the versions "latest"'],
    ['an id that is taken', { ...model, id: 'redis' }, 'id is taken'],
    ['a prototype', JSON.parse(`{ "__proto__": ${JSON.stringify(model)} }`) as object, '__proto__ is not known'],
  ])('%s', async (_, wrong, message) => {
    const text = JSON.stringify(wrong, null, 1);
    const inFile = await runCli(temporaryFolder({ [name]: '{ "models": ["m.json"] }', 'm.json': text }), 'scan');
    expect({ code: inFile.code, out: inFile.out, lines: inFile.err.split('\n').length }).toEqual({ code: 2, out: '', lines: 2 });
    expect(inFile.err).toMatch(/^session-memory: m\.json:\d+: /);
    expect(inFile.err).toContain(message);
    const inline = await runCli(temporaryFolder({ [name]: `{ "models": [${text}] }` }), 'scan');
    expect(inline).toMatchObject({ code: 2, out: '' });
    expect(inline.err).toMatch(new RegExp(`^session-memory: ${name}:\\d+: models\\[0\\]`));
  });

  it('names the line', async () => {
    const folder = temporaryFolder({ [name]: '{ "models": ["m.json"] }', 'm.json': '{\n  "id": "granary",\n  "docs": 5\n}' });
    expect((await runCli(folder, 'scan')).err).toBe('session-memory: m.json:3: docs must be a string, not 5.\n');
  });
});

describe('files of models', () => {
  it.each([
    ['/etc/hostname.json', 'must be a file below the folder'],
    ['../m.json', 'must be a file below the folder'],
    ['a/../../m.json', 'must be a file below the folder'],
    ['m.js', 'must be a JSON file, not "m.js": code is not run.'],
    ['none.json', 'none.json: not found.'],
    ['link.json', 'leads out of the folder'],
    ['folder.json', 'regular file'],
  ])('%s', async (path, message) => {
    const outside = temporaryFolder({ 'm.json': JSON.stringify(model) });
    const folder = temporaryFolder({ [name]: `{\n "models": [\n${JSON.stringify(path)}] }` });
    symlinkSync(join(outside, 'm.json'), join(folder, 'link.json'));
    mkdirSync(join(folder, 'folder.json'));
    const { code, err } = await runCli(folder, 'scan');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('are found beside a configuration that is named', async () => {
    const folder = temporaryFolder({ 'project/src/a.ts': source, 'shared/granary.json': JSON.stringify(model), 'shared/c.json': '{ "models": ["granary.json"] }' });
    writeFileSync(join(folder, 'project/package.json'), '{}');
    expect(await findingsOf(join(folder, 'project'), '--config', '../shared/c.json')).toEqual(found);
  });
});

it.each(models.map((each) => [each.id, each] as const))('the schema knows all that shipped models say: %s', (_, each) => {
  expect(findProblem(JSON.parse(JSON.stringify(each)), { $ref: '#/definitions/LibraryModel' }, schema)).toBeUndefined();
});

function nested(depth: number): object {
  return Array.from({ length: depth }).reduce<object>((inner) => ({ reader: 'first-of', reads: [inner] }), { reader: 'first-of', reads: ['Argument[0]'] });
}
