import { parseArgs } from 'node:util';
import { didYouMean } from '../check/did-you-mean.js';
import { UsageError } from '../scan/problem.js';
import type { CommandSpec } from './command.js';

/** The arguments of one command, checked against its table. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** Values in the order given; the last one counts where only one can. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** @throws UsageError with one clear line for the first argument that is wrong */
export function parseArguments(command: CommandSpec, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
  );
  const { tokens, positionals } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (spec === undefined) throw unknownOption(command, token.rawName);
    if (spec.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
      flags.add(token.name);
    } else {
      if (token.value === undefined) throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${spec.value ?? '<value>'}.`);
      const list = values.get(token.name);
      if (list === undefined) values.set(token.name, [token.value]);
      else if (spec.multiple === true) list.push(token.value);
      else throw new UsageError(`${token.rawName} is given twice.`);
    }
  }
  if (!flags.has('help')) checkCount(command, positionals);
  return { positionals, flags, values };
}

/** The value of an option that is given at most once. */
export function valueOf(parsed: Arguments, name: string): string | undefined {
  return parsed.values.get(name)?.at(-1);
}

/** @throws UsageError when the value is none of the choices */
export function choiceOf<Choice extends string>(name: string, value: string | undefined, choices: readonly Choice[]): Choice | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${name} must be one of ${choices.join(', ')}, not ${JSON.stringify(value)}.${didYouMean(value, choices)}`);
}

function unknownOption(command: CommandSpec, rawName: string): UsageError {
  const names = Object.entries(command.options).flatMap(([name, { short }]) => (short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]));
  const long = names.filter((name) => name.startsWith('--'));
  return new UsageError(`${command.name} has no option ${rawName}.${didYouMean(rawName, rawName.startsWith('--') ? long : names)} See session-memory ${command.name} --help.`);
}

function checkCount(command: CommandSpec, positionals: readonly string[]): void {
  const [least, most] = command.arguments;
  if (positionals.length >= least && positionals.length <= most) return;
  const usage = `session-memory ${command.name} ${command.usage}`.trim();
  throw new UsageError(positionals.length < least ? `${command.name} needs an argument: ${usage}` : `Too many arguments: ${usage}`);
}
