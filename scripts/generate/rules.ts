import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Rule } from '../../src/rule.js';
import { root } from '../root.js';
import { toCamelCase } from './names.js';

/** The names of all rules, sorted: every file in rules/ but the generated index is one. */
export function ruleNames(): string[] {
  return readdirSync(path.join(root, 'rules'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/**
 * Loads one rule.
 *
 * @throws {Error} when the file does not export the rule under the name that its file name asks for.
 */
export async function loadRule(name: string): Promise<Rule<object>> {
  const loaded = (await import(pathToFileURL(path.join(root, 'rules', `${name}.ts`)).href)) as Record<string, unknown>;
  const rule = loaded[toCamelCase(name)] as Rule<object> | undefined;
  if (rule?.name !== name) throw new Error(`rules/${name}.ts must export "${toCamelCase(name)}" with name "${name}".`);
  return rule;
}
