import type { ESLint, Rule } from 'eslint';

import packageJson from '../package.json' with { type: 'json' };
import { rules } from '../rules/index.js';
import { docsUrl } from './docs-url.js';
import { toConfigs, type Configs } from './eslint/configs.js';
import { SETTINGS_NAMESPACE } from './eslint/settings.js';
import { toEslintRule } from './eslint/to-eslint-rule.js';

/** The ESLint plugin: `plugins: { 'session-memory': plugin }`, or one of its configs. */
export interface SessionMemoryPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: Configs;
}

const base = {
  meta: { name: packageJson.name, version: packageJson.version, namespace: SETTINGS_NAMESPACE },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, toEslintRule(rule, docsUrl(rule.name))])),
};

const plugin: SessionMemoryPlugin = Object.assign(base, { configs: toConfigs(rules, base) });

export default plugin;
