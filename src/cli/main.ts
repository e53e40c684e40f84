import { didYouMean } from '../check/did-you-mean.js';
import { visible } from '../report/escape.js';
import { UsageError } from '../scan/problem.js';
import { parseArguments, type Arguments } from './arguments.js';
import type { CommandSpec } from './command.js';
import { commands } from './commands.js';
import { renderCommandHelp, renderHelp } from './help.js';
import type { ExitCode, Host } from './host.js';
import { hasColour, paintFor } from './paint.js';
import { version } from './version.js';

type Run = (parsed: Arguments, host: Host) => Promise<ExitCode> | ExitCode;

/** Each command's code is loaded when it is called: help and version must be there at once. */
const runs: ReadonlyMap<string, () => Promise<Run>> = new Map<string, () => Promise<Run>>([
  ['scan', async () => (await import('./scan-command.js')).scanCommand],
  ['inventory', async () => (await import('./inventory-command.js')).inventoryCommand],
  ['why', async () => (await import('./why-command.js')).whyCommand],
  ['rules', async () => (await import('./rules-command.js')).rulesCommand],
  ['explain', async () => (await import('./explain-command.js')).explainCommand],
]);

/**
 * The program: one command, its report on stdout, everything else on stderr. Never throws.
 *
 * @param argv without node and script
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(argv, host);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const text = isUsage ? error.message : `something is wrong in session-memory itself: ${detailOf(error, host)}`;
    host.stderr.write(`session-memory: ${isUsage ? visible(text) : text}\n`);
    return 2;
  }
}

async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  const [word, ...rest] = argv;
  const paint = paintFor(hasColour(host.stdout, host.environment));
  if (word === undefined || word === '--help' || word === '-h' || (word === 'help' && rest.length === 0)) {
    host.stdout.write(renderHelp(paint, version));
    return 0;
  }
  if (word === '--version' || word === '-v' || word === '-V') {
    host.stdout.write(`${version}\n`);
    return 0;
  }
  const name = word === 'help' ? rest[0] : word;
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw unknownCommand(name ?? word);
  const parsed = word === 'help' ? undefined : parseArguments(command, rest);
  if (parsed === undefined || parsed.flags.has('help')) {
    host.stdout.write(renderCommandHelp(command, paint));
    return 0;
  }
  return start(command, parsed, host);
}

async function start(command: CommandSpec, parsed: Arguments, host: Host): Promise<ExitCode> {
  const load = runs.get(command.name);
  if (load === undefined) throw new Error(`no code for ${command.name}`);
  return (await load())(parsed, host);
}

function unknownCommand(word: string): UsageError {
  if (word.startsWith('-')) return new UsageError(`Options follow a command: session-memory scan ${word} …`);
  if (/[./\\]/.test(word)) return new UsageError(`There is no command ${JSON.stringify(word)}. To scan it: session-memory scan ${word}`);
  const names = commands.map(({ name }) => name);
  const near = didYouMean(word, names);
  return new UsageError(`There is no command ${JSON.stringify(word)}.${near === '' ? ` There are ${names.join(', ')}.` : near}`);
}

function detailOf(error: unknown, host: Host): string {
  if (!(error instanceof Error)) return String(error);
  return (host.environment['SESSION_MEMORY_DEBUG'] ?? '') === '' ? error.message : (error.stack ?? error.message);
}
