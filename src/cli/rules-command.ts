import { rules } from '../../rules/index.js';
import type { Arguments } from './arguments.js';
import type { ExitCode, Host } from './host.js';
import { hasColour, paintFor } from './paint.js';

/** `session-memory rules`: a table. */
export function rulesCommand(_parsed: Arguments, host: Host): ExitCode {
  const paint = paintFor(hasColour(host.stdout, host.environment));
  const rows = [
    ['Rule', 'Preset', 'Severity', 'Scope'],
    ...rules.map(({ name, docs, severity }) => [name, docs.recommended ? 'recommended' : 'strict', severity, docs.scope]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const body = lines.slice(1).flatMap((line, index) => [line, paint('dim', `  ${rules[index]?.docs.description ?? ''}`)]);
  host.stdout.write(`${[paint('bold', lines[0] ?? ''), ...body, '', 'session-memory explain <rule> shows the page of a rule.'].join('\n')}\n`);
  return 0;
}
