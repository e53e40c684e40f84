import type { Rule } from '../../src/rule.js';

/** The table of rules in README.md. */
export function toRuleTable(rules: readonly Rule<object>[]): string {
  return ['| Rule | What it does | Preset | Severity | Scope |', '| --- | --- | --- | --- | --- |', ...rules.map(toRow)].join('\n');
}

function toRow({ name, docs, severity }: Rule<object>): string {
  const preset = docs.recommended ? 'recommended' : 'strict';
  return `| [${name}](rules/${name}.md) | ${docs.description} | ${preset} | ${severity} | ${docs.scope} |`;
}
