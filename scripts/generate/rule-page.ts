import type { Rule } from '../../src/rule.js';

const HEADER_END = '<!-- end of the generated header -->';
const OPTIONS_START = '<!-- options:start -->';
const OPTIONS_END = '<!-- options:end -->';

/** A rule's page with its header, and its table of options if it has the markers for one, made from the rule. */
export function withGeneratedParts(page: string, rule: Rule<object>): string {
  return withOptions(withHeader(page, rule), rule);
}

function withHeader(page: string, rule: Rule<object>): string {
  const end = page.indexOf(HEADER_END);
  // A page that has no generated header yet: its own title gives way to ours.
  const body = end < 0 ? page.replace(/^\s*# .*\n/, '') : page.slice(end + HEADER_END.length);
  return `${toHeader(rule)}\n\n${HEADER_END}\n\n${body.trimStart()}`;
}

function toHeader({ name, docs, severity, suggestions }: Rule<object>): string {
  const presets = docs.recommended ? '`recommended` and `strict`' : '`strict`';
  const count = Object.keys(suggestions).length;
  return [
    `# ${name}`,
    '',
    `> ${docs.description}.`,
    '',
    `- Preset: ${presets}, severity \`${severity}\``,
    `- Scope: ${docs.scope}`,
    `- Suggestions: ${count === 0 ? 'none' : 'yes'}`,
  ].join('\n');
}

function withOptions(page: string, rule: Rule<object>): string {
  const start = page.indexOf(OPTIONS_START);
  const end = page.indexOf(OPTIONS_END);
  if (start < 0 || end < start) return page;
  return `${page.slice(0, start + OPTIONS_START.length)}\n\n${toOptionsTable(rule)}\n\n${page.slice(end)}`;
}

function toOptionsTable({ schema, defaultOptions, strictOptions = {} }: Rule<object>): string {
  const rows = Object.entries(schema.properties).map(([name, { description }]) => {
    const strict = name in strictOptions ? toCode(strictOptions, name) : '';
    return `| \`${name}\` | ${toCode(defaultOptions, name)} | ${strict} | ${description} |`;
  });
  if (rows.length === 0) return 'This rule has no options.';
  return ['| Option | Default | In `strict` | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function toCode(options: object, name: string): string {
  const value = JSON.stringify((options as Record<string, unknown>)[name]);
  return value === undefined ? '' : `\`${value.replaceAll('|', '\\|')}\``;
}
