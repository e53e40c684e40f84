import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** A user's project: the built package, one ESLint, and nothing of ours that is a devDependency. */
function makeProject(eslint: string): string {
  const project = mkdtempSync(path.join(tmpdir(), 'session-memory-types-'));
  const modules = path.join(project, 'node_modules');
  mkdirSync(path.join(modules, 'eslint-plugin-session-memory'), { recursive: true });
  for (const part of ['dist', 'package.json']) {
    cpSync(path.join(root, part), path.join(modules, 'eslint-plugin-session-memory', part), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules', eslint), path.join(modules, 'eslint'), 'dir');
  symlinkSync(path.join(root, 'node_modules/@types'), path.join(modules, '@types'), 'dir');
  cpSync(path.join(root, 'test/eslint/types/config.ts'), path.join(project, 'eslint.config.ts'));
  writeFileSync(
    path.join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'NodeNext',
        target: 'ES2023',
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: false,
        types: ['node'],
      },
      files: ['eslint.config.ts'],
    }),
  );
  return project;
}

describe.each([
  ['ESLint 9', 'eslint9'],
  ['ESLint 10', 'eslint'],
])('the declarations under %s', (_, eslint) => {
  let project: string;
  beforeAll(() => {
    project = makeProject(eslint);
  });
  afterAll(() => {
    rmSync(project, { recursive: true });
  });

  it('compile in a config of `defineConfig`, with all libraries checked', () => {
    let output = '';
    try {
      output = execFileSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    expect(output).toBe('');
  });
});
