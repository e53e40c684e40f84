import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { extract } from '../../src/extract/extract.js';
import type { ParsedProgram } from '../../src/extract/program.js';
import { identify } from '../../src/identify/identify.js';
import { link } from '../../src/link/link.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { parseFile } from '../../src/scan/parse.js';
import { projectRoot } from '../harness/built.js';

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'session-memory-scaffold-'));
  for (const part of ['package.json', 'tsconfig.json', 'src', 'rules', 'scripts', 'test/harness', 'fixtures/projects', 'docs', 'README.md']) {
    cpSync(path.join(projectRoot, part), path.join(copy, part), { recursive: true });
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
});

afterAll(() => {
  rmSync(copy, { recursive: true });
});

function run(script: string, ...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path.join(copy, 'scripts', script), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, stderr };
}

function read(file: string): string {
  return readFileSync(path.join(copy, file), 'utf8');
}

describe('npm run new-rule', () => {
  it('writes the rule, its page, a fixture and a test, and brings the index up to date', () => {
    expect(run('new-rule.ts', 'no-forgotten-basket')).toEqual({ status: 0, stderr: '' });
    expect(read('rules/index.ts')).toContain("import { noForgottenBasket } from './no-forgotten-basket.js';");
    expect(read('rules/no-forgotten-basket.md')).toMatch(/^# no-forgotten-basket\n\n> One sentence/);
    expect(read('fixtures/no-forgotten-basket/basic.ts')).not.toBe('');
    expect(read('test/rules/no-forgotten-basket.test.ts')).toContain('testRule(noForgottenBasket');
    expect(read('README.md')).toContain('| [no-forgotten-basket](rules/no-forgotten-basket.md) |');
  });

  it('overwrites nothing', () => {
    writeFileSync(path.join(copy, 'rules/no-forgotten-basket.ts'), `${read('rules/no-forgotten-basket.ts')}// mine\n`);
    const { status, stderr } = run('new-rule.ts', 'no-forgotten-basket');
    expect(status).toBe(2);
    expect(stderr).toContain('rules/no-forgotten-basket.ts');
    expect(read('rules/no-forgotten-basket.ts')).toContain('// mine');
  });

  it.each([[['forgottenBasket']], [['no-Forgotten']], [[]], [['no-a', 'no-b']], [['../no-a']]])('refuses %j', (args) => {
    const { status, stderr } = run('new-rule.ts', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: npm run new-rule/);
  });
});

describe('npm run new-model', () => {
  it('writes the model and a fixture, and brings the index up to date', () => {
    expect(run('new-model.ts', 'granary')).toEqual({ status: 0, stderr: '' });
    expect(read('src/models/index.ts')).toContain("import { granary } from './granary.js';");
    expect(read('fixtures/libraries/granary/basic.ts')).toContain("from 'granary'");
    expect(read('README.md')).toContain('| [granary](');
  });

  it('writes a model that recognises its fixture', async () => {
    const { granary } = (await import(pathToFileURL(path.join(copy, 'src/models/granary.ts')).href)) as { granary: LibraryModel };
    const file = 'fixtures/libraries/granary/basic.ts';
    const summary = extract(parseFile(file, read(file), 'ts') as ParsedProgram);
    const { writes } = identify(link([summary], () => undefined), {
      scope: 'file',
      models: [granary],
      isTest: () => false,
      dependenciesOf: () => undefined,
    });
    expect(writes).toMatchObject([{ library: 'granary', memory: 'server-record', sessionKeyed: true, identity: 'import' }]);
  });

  it('overwrites nothing', () => {
    expect(run('new-model.ts', 'granary').status).toBe(2);
  });
});

describe('what was scaffolded', () => {
  it('is up to date and compiles', () => {
    expect(run('generate.ts', '--check')).toEqual({ status: 0, stderr: '' });
    writeFileSync(
      path.join(copy, 'tsconfig.scaffold.json'),
      JSON.stringify({
        extends: './tsconfig.json',
        include: ['rules/no-forgotten-basket.ts', 'src/models/granary.ts', 'test/rules/no-forgotten-basket.test.ts'],
      }),
    );
    const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc');
    expect(spawnSync(process.execPath, [tsc, '-p', 'tsconfig.scaffold.json'], { cwd: copy, encoding: 'utf8' }).stdout).toBe('');
  });

  it('is seen to be stale when it is', () => {
    writeFileSync(path.join(copy, 'rules/index.ts'), `${read('rules/index.ts')}\n`);
    const { status, stderr } = run('generate.ts', '--check');
    expect(status).toBe(1);
    expect(stderr).toContain('rules/index.ts is not up to date');
  });
});
