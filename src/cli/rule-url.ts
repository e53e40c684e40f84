import { rules } from '../../rules/index.js';
import { docsUrl } from '../docs-url.js';

/** Address of a rule's page; `undefined` for a finding that comes from no rule. */
export function ruleUrl(name: string): string | undefined {
  return rules.some((rule) => rule.name === name) ? docsUrl(name) : undefined;
}
