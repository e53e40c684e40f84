import type { CommandSpec, OptionSpec } from './command.js';
import { commands } from './commands.js';
import type { Paint } from './paint.js';

const columns = 100;

/** Help of the program as a whole. */
export function renderHelp(paint: Paint, version: string): string {
  const words = commands.map(({ name, usage, summary }) => ({ name, takes: usage.replace(' [options]', ''), summary }));
  const width = Math.max(...words.map(({ name, takes }) => name.length + takes.length));
  const rows = words.map(({ name, takes, summary }) =>
    `  ${paint('cyan', name)} ${takes}${' '.repeat(width - name.length - takes.length)}  ${summary}`);
  return [
    `${paint('bold', 'session-memory')} ${version}`,
    'Finds session memory that is kept for ever, holds what it must not, or forgets and asks again.',
    '',
    paint('bold', 'Usage'),
    '  session-memory <command> [options]',
    '',
    paint('bold', 'Commands'),
    ...rows,
    '',
    paint('bold', 'Options'),
    '  -h, --help     Help, also of a command: session-memory scan --help',
    '  -v, --version  The version',
    '',
    paint('bold', 'Exit codes'),
    '  0  nothing at or above the gate (--fail-on, default warn)',
    '  1  findings',
    '  2  the job could not be done: wrong arguments, unreadable files',
    '',
    paint('bold', 'Start with'),
    '  session-memory scan',
    '',
  ].join('\n');
}

/** Help of one command. */
export function renderCommandHelp(command: CommandSpec, paint: Paint): string {
  const lines = [
    `${paint('bold', `session-memory ${command.name}`)} ${command.usage}`.trimEnd(),
    command.summary + '.',
    ...(command.details === undefined ? [] : [command.details]),
    '',
    paint('bold', 'Options'),
    ...renderOptions(command.options, paint),
  ];
  if (command.examples.length > 0) {
    const width = Math.max(...command.examples.map(([line]) => line.length));
    lines.push('', paint('bold', 'Examples'), ...command.examples.map(([line, meaning]) =>
      (`  ${line}${' '.repeat(width - line.length)}  ${meaning === '' ? '' : paint('dim', `# ${meaning}`)}`).trimEnd()));
  }
  return `${lines.join('\n')}\n`;
}

function renderOptions(options: Readonly<Record<string, OptionSpec>>, paint: Paint): readonly string[] {
  const rows = Object.entries(options).map(([name, spec]) => ({
    left: `${spec.short === undefined ? '    ' : `-${spec.short}, `}--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`,
    help: spec.help,
  }));
  const width = Math.max(...rows.map(({ left }) => left.length));
  return rows.flatMap(({ left, help }) => {
    const [first = '', ...rest] = wrap(help, columns - width - 4);
    return [`  ${paint('cyan', left)}${' '.repeat(width - left.length)}  ${first}`, ...rest.map((line) => ' '.repeat(width + 4) + line)];
  });
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
