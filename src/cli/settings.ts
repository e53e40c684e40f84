import type { Preset, RuleSetting } from '../check/rule-settings.js';
import { gates, presets, type Gate } from '../config/config.js';
import { findConfig, namedConfig } from '../config/find-config.js';
import type { LoadedConfig } from '../config/load-config.js';
import { mergeRules } from '../config/merge-rules.js';
import type { Override } from '../config/settings-by-file.js';
import { models } from '../models/index.js';
import type { CheckedScanOptions } from '../scan-options.js';
import { UsageError } from '../scan/problem.js';
import { choiceOf, valueOf, type Arguments } from './arguments.js';
import { formats, type Format } from './formats.js';
import { readRuleFlag } from './read-rule-flag.js';

/** What the flags say about what is reported. */
export interface Flags {
  readonly preset: Preset | undefined;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly includeTests: boolean;
  readonly failOn: Gate | undefined;
  readonly format: Format | undefined;
}

/** The configuration, and the flags that beat it. */
export interface Settings {
  readonly config: LoadedConfig | undefined;
  readonly flags: Flags;
}

/**
 * Reads flags and configuration: the file that `--config` names, else the one in the scanned root.
 *
 * @param root absolute, without symbolic links
 * @throws UsageError for the first thing that is wrong
 */
export async function readSettings(parsed: Arguments, cwd: string, root: string): Promise<Settings> {
  let rules: ReadonlyMap<string, RuleSetting> = new Map();
  for (const flag of parsed.values.get('rule') ?? []) rules = mergeRules(rules, await readRuleFlag(flag));
  const flags: Flags = {
    preset: choiceOf('preset', valueOf(parsed, 'preset'), presets),
    rules,
    includeTests: parsed.flags.has('include-tests'),
    failOn: choiceOf('fail-on', valueOf(parsed, 'fail-on'), gates),
    format: choiceOf('format', valueOf(parsed, 'format'), formats),
  };
  return { config: await configOf(parsed, cwd, root), flags };
}

async function configOf(parsed: Arguments, cwd: string, root: string): Promise<LoadedConfig | undefined> {
  const named = valueOf(parsed, 'config');
  const isOff = parsed.flags.has('no-config');
  if (named !== undefined && isOff) throw new UsageError('--config and --no-config contradict each other.');
  const found = named !== undefined ? namedConfig(cwd, named) : isOff ? undefined : findConfig(root);
  return found === undefined ? undefined : (await import('../config/load-config.js')).loadConfig(found, models);
}

/** What a scan is told of settings. Flags are one more override, of all files, after those of the configuration. */
export function toScanOptions({ config, flags }: Settings): CheckedScanOptions {
  const { preset = flags.preset, rules = {}, overrides = [], ignore, fieldAliases, includeTests } = config?.config ?? {};
  return {
    ...(preset === undefined ? {} : { preset }),
    rules: toMap(rules),
    overrides: [...overrides.map(({ rules: own = {}, ...override }): Override => ({ ...override, rules: toMap(own) })), toOverride(flags)],
    includeTests: flags.includeTests || includeTests === true,
    ...(ignore === undefined ? {} : { ignore }),
    ...(fieldAliases === undefined ? {} : { fieldAliases }),
    ...(config === undefined ? {} : { patternsFrom: config.folder, models: config.models }),
  };
}

function toOverride({ preset, rules }: Flags): Override {
  return preset === undefined ? { rules } : { preset, rules };
}

function toMap(rules: Readonly<Record<string, RuleSetting>>): ReadonlyMap<string, RuleSetting> {
  return new Map(Object.entries(rules));
}
