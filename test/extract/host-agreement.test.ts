import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/facts/index.js';
import { throughEslint, throughOxc, typescriptEslint } from './hosts.js';
import { jsSamples, tsSamples } from './samples.js';

/** Code as people write and publish it: CommonJS, ESM, bundles. */
const published = [
  'eslint/lib/rules', 'eslint/lib/linter', 'nunjucks/src', 'nunjucks/browser', 'htmlparser2/dist', 'ajv/lib',
  'svelte/src/internal/server', 'svelte/src/compiler/phases/1-parse', 'commander/lib', 'vite/dist/client',
].flatMap(folder => listFiles(folder)).filter((_, index) => index % 5 === 0);

function listFiles(folder: string): string[] {
  const path = `node_modules/${folder}`;
  if (!existsSync(path)) return [];
  return readdirSync(path).filter(name => /(?<!\.d|\.min)\.[jt]s$/.test(name)).sort().map(name => `${path}/${name}`);
}

function sourceTypeOf(text: string): 'module' | 'commonjs' {
  return /^\uFEFF?(import|export)\b|\bimport\.meta\b/m.test(text) ? 'module' : 'commonjs';
}

function expectAgreement(text: string, dialect: Dialect): void {
  const oxc = throughOxc(text, dialect);
  const sourceType = sourceTypeOf(text);
  if (dialect === 'js' || dialect === 'jsx') expect(throughEslint(text, dialect, sourceType), 'espree').toEqual(oxc);
  expect(throughEslint(text, dialect, sourceType, typescriptEslint), 'typescript-eslint').toEqual(oxc);
}

describe('every host gives the same summary', () => {
  it.each(Object.entries(jsSamples))('JavaScript: %s', (_, text) => expectAgreement(text, 'jsx'));
  it.each(Object.entries(tsSamples))('TypeScript: %s', (_, text) => expectAgreement(text, 'ts'));
  it.each(published)('%s', file => {
    expectAgreement(readFileSync(file, 'utf8'), file.endsWith('.ts') ? 'ts' : 'js');
  }, 60_000);
});
