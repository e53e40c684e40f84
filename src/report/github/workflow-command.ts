import { visible } from '../escape.js';

/**
 * `::error file=a.ts,line=1::message`, on one line whatever is in it: the runner decodes `%0A` and the like, and obeys
 * only what it reads as a command of its own.
 *
 * @param lines of the message
 */
export function workflowCommand(command: string, properties: Readonly<Record<string, string | number>>, lines: readonly string[]): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(visible(String(value)))}`);
  return `::${[command, pairs.join(',')].filter(Boolean).join(' ')}::${lines.map((line) => inData(visible(line))).join('%0A')}`;
}

/**
 * A line of the log that is no command. The runner looks for commands of an older form anywhere in a line, and for
 * those of today at its start, where only our own words may stand.
 */
export function plainLine(line: string): string {
  return visible(line).replaceAll('##[', '## [');
}

function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
