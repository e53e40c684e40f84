/** One option of a command, for parsing and for help. */
export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: true;
  /** What stands for the value in help: `<file>`. */
  readonly value?: string;
  readonly help: string;
}

/** A command word with everything that help says about it. */
export interface CommandSpec {
  readonly name: string;
  /** After the command's name: `[paths…] [options]`. */
  readonly usage: string;
  readonly summary: string;
  readonly details?: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** How many positional arguments it takes. */
  readonly arguments: readonly [least: number, most: number];
}
