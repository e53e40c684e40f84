import type { RuleSetting } from '../check/rule-settings.js';
import { UsageError } from '../scan/problem.js';
import { findProblem } from './find-problem.js';
import { pathText } from './path-text.js';
import { schema } from './schema.js';

/**
 * Settings of rules that a person has given outside of a file.
 *
 * @param from where they stand, for messages: `--rule:`
 * @throws UsageError for unknown rules, severities and options
 */
export function toRuleSettings(json: unknown, from: string): ReadonlyMap<string, RuleSetting> {
  const problem = findProblem(json, { $ref: '#/definitions/Rules' }, schema);
  if (problem !== undefined) throw new UsageError(`${from} ${pathText(problem.path) || 'it'} ${problem.message}`);
  return new Map(Object.entries(json as Record<string, RuleSetting>));
}
