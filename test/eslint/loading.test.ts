import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import { built } from '../harness/built.js';
import { evaluatedModules } from '../harness/evaluated-modules.js';

const FORBIDDEN = /\/node_modules\/(typescript|ts-morph|@ts-morph|ajv|nunjucks|oxc-parser|htmlparser2|@typescript-eslint)\//;

describe('loading the plugin', () => {
  it.each([
    ['import', 'module', (file: string) => `const { default: plugin } = await import('${pathToFileURL(file).href}');`],
    ['require()', 'commonjs', (file: string) => `const { default: plugin } = require(${JSON.stringify(file)});`],
  ] as const)('through %s loads nothing of the scanner', (_, type, load) => {
    const modules = evaluatedModules(
      `${load(built('index.js'))} if (!plugin.configs.recommended.rules) throw new Error('no plugin');`,
      type,
    );
    expect(modules).toContain(pathToFileURL(built('index.js')).href);
    expect(modules.filter((url) => FORBIDDEN.test(url))).toEqual([]);
  });

  it('would be seen to load them (the check itself works)', () => {
    const ajv = evaluatedModules(`require('ajv')`, 'commonjs');
    expect(ajv.some((url) => FORBIDDEN.test(url))).toBe(true);
  });
});
