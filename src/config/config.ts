import type { Preset, RuleSetting } from '../check/rule-settings.js';
import type { LibraryModel } from '../models/library-model.js';

export const presets = ['recommended', 'strict'] as const satisfies readonly Preset[];
/** What holds unless a person says otherwise. */
export const defaultPreset: Preset = 'recommended';
/** From which severity on the exit code is 1. */
export const gates = ['error', 'warn', 'info', 'never'] as const;
export type Gate = (typeof gates)[number];

/** What a configuration says, as it is written. Its schema is `session-memory.schema.json`. */
export interface Config {
  readonly $schema?: string;
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Patterns in the grammar of `.gitignore`, relative to the configuration's folder. */
  readonly ignore?: readonly string[];
  readonly includeTests?: boolean;
  /** Models, or JSON files with one each, relative to the configuration's folder. */
  readonly models?: readonly (string | LibraryModel)[];
  /** Own names of fields, by what they mean. */
  readonly fieldAliases?: Readonly<Record<string, readonly string[]>>;
  readonly failOn?: Gate;
  /** One of those that `--format` takes. */
  readonly format?: string;
  readonly overrides?: readonly ConfigOverride[];
}

/** What is to differ for some files. */
export interface ConfigOverride {
  /** Patterns like those of `ignore`. */
  readonly files: readonly string[];
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}
