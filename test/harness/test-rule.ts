import path from 'node:path';

import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

import { toEslintRule } from '../../src/eslint/to-eslint-rule.js';
import type { Rule } from '../../src/rule.js';
import { toSnapshot } from './to-snapshot.js';

/** Code, or code with what it is linted under. */
export type RuleCase = string | RuleCaseWithContext;

export interface RuleCaseWithContext {
  readonly code: string;
  /** What is special about the case; its title in the test run and in the snapshot. */
  readonly name?: string;
  /** Path below the working directory; `src/app.ts` unless told. */
  readonly file?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * Tests one rule in file scope, through ESLint with typescript-eslint's parser.
 *
 * `valid` code must report nothing, `invalid` code something. Messages, places and the outcome of every suggestion go
 * into `__snapshots__/<rule>.md` beside the test. Each suggestion must parse, and must take a finding away.
 */
export function testRule<Options extends object>(
  rule: Rule<Options>,
  cases: { readonly valid: readonly RuleCase[]; readonly invalid: readonly RuleCase[] },
): void {
  const lint = toLint(rule as Rule<object> as Rule);

  describe(rule.name, () => {
    it.each(cases.valid.map(toTitled))('is silent: %s', (_, ruleCase) => {
      expect(lint(ruleCase).map((message) => message.message)).toEqual([]);
    });

    it.each(cases.invalid.map(toTitled))('reports: %s', (_, ruleCase) => {
      const messages = lint(ruleCase);
      expect(messages).not.toEqual([]);
      for (const { message, suggestions = [] } of messages) {
        expect(message).not.toContain('{{');
        for (const suggestion of suggestions) {
          expect(suggestion.desc).not.toContain('{{');
          const after = lint({ ...ruleCase, code: applyFix(ruleCase.code, suggestion.fix) });
          expect(after.length, `"${suggestion.desc}" leaves its finding`).toBeLessThan(messages.length);
        }
      }
    });

    it('has the messages and suggestions of the snapshot', async () => {
      const testPath = expect.getState().testPath ?? '';
      const snapshots = path.join(path.dirname(testPath), '__snapshots__', `${rule.name}.md`);
      const sections = cases.invalid.map((ruleCase) => {
        const [title, withContext] = toTitled(ruleCase);
        return toSnapshot(title, withContext.code, lint(withContext), applyFix);
      });
      await expect(`# ${rule.name}\n\n${sections.join('\n')}`).toMatchFileSnapshot(snapshots);
    });
  });
}

function toTitled(ruleCase: RuleCase): readonly [string, RuleCaseWithContext] {
  const withContext = typeof ruleCase === 'string' ? { code: ruleCase } : ruleCase;
  const firstLine = withContext.code.trim().split('\n').find((line) => !line.startsWith('import ')) ?? '';
  return [withContext.name ?? firstLine.trim(), withContext];
}

function toLint(rule: Rule): (ruleCase: RuleCaseWithContext) => Linter.LintMessage[] {
  const cwd = path.resolve('/project');
  const linter = new Linter({ cwd, configType: 'flat' });
  const plugin = { rules: { [rule.name]: toEslintRule(rule, `https://example.com/${rule.name}`) } };
  return ({ code, file = 'src/app.ts', options = {} }) => {
    const config: Linter.Config = {
      files: ['**/*.*'],
      plugins: { own: plugin },
      languageOptions: { parser: tsParser, parserOptions: { ecmaFeatures: { jsx: !file.endsWith('.ts') } } },
      rules: { [`own/${rule.name}`]: ['error', options] },
    };
    const messages = linter.verify(code, [config], { filename: path.join(cwd, file) });
    const trouble = messages.find((message) => message.fatal || message.ruleId === null);
    if (trouble) throw new Error(`${trouble.message} at ${trouble.line}:${trouble.column} of\n${code}`);
    return messages;
  };
}

function applyFix(code: string, { range: [start, end], text }: { range: readonly [number, number]; text: string }): string {
  return code.slice(0, start) + text + code.slice(end);
}
