import type { Rule } from '../../src/rule.js';

const START = '<!-- rules:start -->';
const END = '<!-- rules:end -->';

/** README.md with the table of rules between its two markers. */
export function withRuleTable(readme: string, rules: readonly Rule<object>[]): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`README.md must have ${START} and ${END}.`);
  const table = [
    '| Rule | What it finds | Preset | Severity | Scope |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(toRow),
  ];
  return `${readme.slice(0, start + START.length)}\n\n${table.join('\n')}\n\n${readme.slice(end)}`;
}

function toRow({ name, docs, severity }: Rule<object>): string {
  const preset = docs.recommended ? 'recommended' : 'strict';
  return `| [${name}](rules/${name}.md) | ${docs.description} | ${preset} | ${severity} | ${docs.scope} |`;
}
