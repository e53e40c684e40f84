import type { ESLint, Linter } from 'eslint';

import type { Rule } from '../rule.js';
import { SETTINGS_NAMESPACE } from './settings.js';

/** The ready-made configs (a type alias, so that it fits ESLint's index signature). Findings that are no certain loss are warnings, so that adopting a preset breaks no build. */
export type Configs = {
  /** What is right to report in every project. */
  readonly recommended: Linter.Config;
  /** Everything, with the options that widen rules. */
  readonly strict: Linter.Config;
};

/** Makes the flat configs. The plugin itself is part of them, so that a user writes one line. */
export function toConfigs(rules: readonly Rule[], plugin: ESLint.Plugin): Configs {
  const recommended = rules.filter((rule) => rule.docs.recommended);
  return {
    recommended: toConfig('recommended', plugin, recommended.map((rule) => [rule, severityOf(rule)])),
    strict: toConfig('strict', plugin, rules.map((rule) => [rule, strictEntryOf(rule)])),
  };
}

function toConfig(
  name: keyof Configs,
  plugin: ESLint.Plugin,
  entries: readonly (readonly [Rule, Linter.RuleEntry])[],
): Linter.Config {
  return {
    name: `${SETTINGS_NAMESPACE}/${name}`,
    plugins: { [SETTINGS_NAMESPACE]: plugin },
    rules: Object.fromEntries(entries.map(([rule, entry]) => [`${SETTINGS_NAMESPACE}/${rule.name}`, entry])),
  };
}

/** ESLint knows no `info`. */
function severityOf(rule: Rule): 'error' | 'warn' {
  return rule.severity === 'error' ? 'error' : 'warn';
}

function strictEntryOf(rule: Rule): Linter.RuleEntry {
  return rule.strictOptions ? [severityOf(rule), { ...rule.strictOptions }] : severityOf(rule);
}
