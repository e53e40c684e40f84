import type { Rule as EslintRule } from 'eslint';

import { atLeast } from '../facts/index.js';
import type { Rule } from '../rule.js';
import { factsOf } from './file-facts.js';
import { toLintedFile } from './linted-file.js';
import { readSettings, type Settings } from './settings.js';
import { toDefect } from './to-defect.js';
import { toEslintProblem } from './to-eslint-problem.js';

/**
 * Makes an ESLint rule of one of ours. The work is done when ESLint has walked the whole file, on facts that all of
 * our rules share.
 *
 * @param docsUrl address of the rule's page.
 */
export function toEslintRule(rule: Rule, docsUrl: string): EslintRule.RuleModule {
  return {
    meta: toEslintMeta(rule, docsUrl),
    create(context) {
      return {
        'Program:exit'() {
          const settings = readSettings(context.settings);
          try {
            judge(rule, context, settings);
          } catch (error) {
            throw toDefect(error);
          }
        },
      };
    },
  };
}

function judge(rule: Rule, context: EslintRule.RuleContext, settings: Settings): void {
  const file = toLintedFile(context.filename, context.cwd);
  const found = factsOf(context.sourceCode, file, settings);
  if (!found) return;
  for (const report of rule.check(atLeast(found.facts, rule.weakestIdentity), toOptions(rule, context.options[0]))) {
    if (report.at.file === file) context.report(toEslintProblem(report, context.sourceCode, found.summary));
  }
}

function toEslintMeta(rule: Rule, url: string): EslintRule.RuleMetaData {
  return {
    type: rule.severity === 'info' ? 'suggestion' : 'problem',
    docs: { description: rule.docs.description, recommended: rule.docs.recommended, url },
    languages: ['js/js'],
    hasSuggestions: Object.keys(rule.suggestions).length > 0,
    messages: { ...rule.messages, ...rule.suggestions },
    schema: [structuredClone(rule.schema)],
    defaultOptions: [structuredClone(rule.defaultOptions)],
  };
}

/** ESLint merges `meta.defaultOptions` only since 9.15, oxlint does too; before, options arrive as written. */
function toOptions(rule: Rule, written: unknown): Record<string, unknown> {
  return { ...rule.defaultOptions, ...(written as object | undefined) };
}
