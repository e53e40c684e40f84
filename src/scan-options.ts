import type { Preset, RuleSetting } from './check/rule-settings.js';
import type { Override } from './config/settings-by-file.js';
import type { LibraryModel } from './models/library-model.js';

/** What is to differ from a preset, by rule name: an object as in a configuration, or a map. */
export type RuleSettings = Readonly<Record<string, RuleSetting>> | ReadonlyMap<string, RuleSetting>;

/** What is to differ for some files. */
export interface ScanOverride extends Omit<Override, 'rules'> {
  /** A severity alone leaves options as they are. */
  readonly rules?: RuleSettings;
}

/** What to scan, and how. Everything may be left out. */
export interface ScanOptions {
  /** Files and folders, relative to `cwd`. Default: `cwd` itself. */
  readonly paths?: readonly string[];
  /** Absolute. Default: the working directory of the process. */
  readonly cwd?: string;
  /** Default: `'recommended'`. */
  readonly preset?: Preset;
  /** What is to differ from the preset: `{ 'no-repeated-ask': 'error' }`. */
  readonly rules?: RuleSettings;
  /** What is to differ for some files. Later ones win. */
  readonly overrides?: readonly ScanOverride[];
  /** Patterns in the grammar of `.gitignore` of what is not read. `!` takes in again what a `.gitignore` leaves out. */
  readonly ignore?: readonly string[];
  /** Absolute folder that the patterns of `overrides` and `ignore` are relative to. Default: the common folder of `paths`. */
  readonly patternsFrom?: string;
  /** Models of further libraries. They are not validated here: the CLI does. */
  readonly models?: readonly LibraryModel[];
  /** Own names of fields that people are asked for, by meaning: `{ email: ['correo'] }`. */
  readonly fieldAliases?: Readonly<Record<string, readonly string[]>>;
  /** Look at test files too. Default: `false`. */
  readonly includeTests?: boolean;
  /** Larger files are skipped; in bytes. Default: 1 MiB. */
  readonly maxFileSize?: number;
  /** Time for the whole scan in milliseconds. What was not looked at in time is in `failed`. Default: no limit. */
  readonly timeout?: number;
  /** Told what is going on, in a few words. */
  readonly onProgress?: (text: string) => void;
}

/** {@link ScanOptions} whose presets and rules are known to be right. */
export interface CheckedScanOptions extends Omit<ScanOptions, 'rules' | 'overrides'> {
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  readonly overrides?: readonly Override[];
}
