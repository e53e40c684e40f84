import path from 'node:path';

import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { toEslintRule } from '../../src/eslint/to-eslint-rule.js';
import * as extraction from '../../src/extract/extract.js';
import type { Facts } from '../../src/facts/index.js';
import { defineRule, type Report, type Rule } from '../../src/rule.js';

vi.mock('../../src/extract/extract.js', { spy: true });

const CWD = path.resolve('/checkout/tests/shop');
const MIDDLEWARE = `import session from 'express-session';\nexport const middleware = session({ secret: 's' });\n`;

/** A rule that reports what it is told to, and keeps the facts that it was given. */
function makeRule(name: string, toReports: (facts: Facts, options: { limit: number }) => Report[]) {
  return defineRule<{ limit: number }>({
    name,
    docs: { description: 'For this test', recommended: true, scope: 'file', standards: [] },
    severity: 'error',
    weakestIdentity: 'shape',
    messages: { found: 'Found {{what}} below {{limit}}.' },
    suggestions: { change: 'Change it to {{code}}' },
    schema: { type: 'object', additionalProperties: false, properties: { limit: { description: 'A limit', type: 'integer' } } },
    defaultOptions: { limit: 7 },
    check: toReports,
  });
}

type TestRule = ReturnType<typeof makeRule>;

function lint(code: string, rules: readonly TestRule[], config: Linter.Config = {}, file = 'src/session.ts') {
  const linter = new Linter({ cwd: CWD, configType: 'flat' });
  const own = { rules: Object.fromEntries(rules.map((rule) => [rule.name, toEslintRule(rule as Rule<object> as Rule, 'https://example.com')])) };
  return linter.verify(
    code,
    [
      {
        files: ['**/*.*'],
        plugins: { own },
        languageOptions: { parser: tsParser },
        rules: Object.fromEntries(rules.map((rule) => [`own/${rule.name}`, 'error'])),
        ...config,
      },
    ],
    { filename: path.join(CWD, file) },
  );
}

function reportAt(file: string, range: readonly [number, number], more: Partial<Report> = {}): Report {
  return { messageId: 'found', data: { what: 'it', limit: 1 }, at: { file, range }, subject: 'it', ...more };
}

beforeEach(() => {
  vi.mocked(extraction.extract).mockClear();
});

describe('toEslintRule', () => {
  it('extracts once for all rules of one lint, and again for the next', () => {
    const rules = [makeRule('no-a', () => []), makeRule('no-b', () => []), makeRule('no-c', () => [])];
    lint(MIDDLEWARE, rules);
    expect(extraction.extract).toHaveBeenCalledTimes(1);
    lint(MIDDLEWARE, rules);
    expect(extraction.extract).toHaveBeenCalledTimes(2);
  });

  it('does not extract where no word of any model stands', () => {
    const check = vi.fn(() => []);
    lint('export const total = [1, 2].reduce((sum, n) => sum + n, 0);', [makeRule('no-a', check)]);
    expect(extraction.extract).not.toHaveBeenCalled();
    expect(check).not.toHaveBeenCalled();
  });

  it('gives rules facts of file scope, with paths below the working directory', () => {
    let seen: Facts | undefined;
    lint(MIDDLEWARE, [makeRule('no-a', (facts) => ((seen = facts), []))]);
    expect(seen?.scope).toBe('file');
    expect(seen?.sessionConfigs.map((config) => config.at.file)).toEqual(['src/session.ts']);
    expect(seen?.dependenciesOf('src/session.ts')).toBeUndefined();
  });

  it('decides what test code is below the working directory, and lets the setting overrule it', () => {
    const isTest = (file: string, config?: Linter.Config): boolean | undefined => {
      let answer: boolean | undefined;
      lint(MIDDLEWARE, [makeRule('no-a', (facts) => ((answer = facts.isTest(file)), []))], config, file);
      return answer;
    };
    expect(isTest('src/session.ts')).toBe(false);
    expect(isTest('tests/session.ts')).toBe(true);
    expect(isTest('tests/session.ts', { settings: { 'session-memory': { includeTests: true } } })).toBe(false);
  });

  it('says what is wrong with the settings', () => {
    expect(() =>
      lint(MIDDLEWARE, [makeRule('no-a', () => [])], { settings: { 'session-memory': { includeTest: true } } }),
    ).toThrow('has no "includeTest"');
  });

  it('merges the options that are written with the defaults', () => {
    const seen: unknown[] = [];
    const rule = makeRule('no-a', (_, options) => (seen.push({ ...options }), []));
    lint(MIDDLEWARE, [rule]);
    lint(MIDDLEWARE, [rule], { rules: { 'own/no-a': ['error', { limit: 3 }] } });
    expect(seen).toEqual([{ limit: 7 }, { limit: 3 }]);
  });

  it('reports ranges as lines and columns, in files with a byte order mark and CRLF too', () => {
    const code = `\uFEFF${MIDDLEWARE.replaceAll('\n', '\r\n')}`;
    const start = code.slice(1).indexOf('session({');
    const [message] = lint(code, [makeRule('no-a', () => [reportAt('src/session.ts', [start, start + 7])])]);
    expect(message).toMatchObject({ message: 'Found it below 1.', line: 2, column: 27, endLine: 2, endColumn: 34 });
  });

  it('leaves out reports in other files', () => {
    expect(lint(MIDDLEWARE, [makeRule('no-a', () => [reportAt('src/other.ts', [0, 1])])])).toEqual([]);
  });

  it('offers suggestions as edits of this file, and drops those that need another', () => {
    const start = MIDDLEWARE.indexOf(`'s'`);
    const here = { edit: 'replace', at: { file: 'src/session.ts', range: [start, start + 3] }, code: 'secret()' } as const;
    const elsewhere = { edit: 'ensure-import', file: 'src/other.ts', from: './secret.js', name: 'secret' } as const;
    const suggestions = [
      { messageId: 'change', data: { code: 'secret()' }, edits: [here] },
      { messageId: 'change', data: { code: 'both' }, edits: [here, elsewhere] },
    ];
    const [message] = lint(MIDDLEWARE, [makeRule('no-a', () => [reportAt('src/session.ts', [start, start + 3], { suggestions })])]);
    expect(message?.suggestions?.map(({ desc, fix }) => [desc, fix.range, fix.text])).toEqual([
      ['Change it to secret()', [start, start + 3], 'secret()'],
    ]);
  });

  it('is silent on a file that is nested too deeply to be walked', () => {
    vi.mocked(extraction.extract).mockImplementationOnce(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    const check = vi.fn(() => []);
    expect(lint(MIDDLEWARE, [makeRule('no-a', check), makeRule('no-b', check)])).toEqual([]);
    expect(check).not.toHaveBeenCalled();
  });

  it('does not hide other errors', () => {
    vi.mocked(extraction.extract).mockImplementationOnce(() => {
      throw new TypeError('a mistake of ours');
    });
    expect(() => lint(MIDDLEWARE, [makeRule('no-a', () => [])])).toThrow('a mistake of ours');
  });

  it('says of errors that are its own what they are, and of wrong settings what is wrong only', () => {
    const failing = makeRule('no-a', () => {
      throw new TypeError('a mistake of ours');
    });
    expect(() => lint(MIDDLEWARE, [failing])).toThrow(/^a mistake of ours\nThis is a defect of eslint-plugin-session-memory \d.*https:.*\n.*session\.ts/);
    expect(() => lint(MIDDLEWARE, [failing], { settings: { 'session-memory': { includeTests: 1 } } })).not.toThrow(/defect/);
  });
});
