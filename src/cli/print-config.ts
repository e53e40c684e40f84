import { lstatSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { activeRules, type FileSettings, type RuleSetting } from '../check/rule-settings.js';
import { defaultPreset } from '../config/config.js';
import { PathPatterns } from '../config/path-patterns.js';
import { SettingsByFile } from '../config/settings-by-file.js';
import { toLocalPath } from '../config/to-local-path.js';
import { toPosix } from '../scan/inputs.js';
import { liesInside } from '../scan/lies-inside.js';
import { UsageError } from '../scan/problem.js';
import type { Arguments } from './arguments.js';
import type { ExitCode, Host } from './host.js';
import { originsOf } from './origins.js';
import { readSettings, toScanOptions, type Settings } from './settings.js';

/** What the configuration is asked for: a whole folder, or one file in it, which need not be there. */
interface Question {
  readonly root: string;
  /** POSIX, relative to the root. */
  readonly file: string | undefined;
}

/** `--print-config [file]`: what is in force, as a configuration, and where each value comes from. */
export async function printConfig(parsed: Arguments, cwd: string, host: Host): Promise<ExitCode> {
  const question = questionOf(parsed.positionals, cwd);
  const settings = await readSettings(parsed, cwd, question.root);
  host.stdout.write(`${JSON.stringify({ ...(question.file === undefined ? {} : { file: question.file }), ...effective(settings, question) }, null, 2)}\n`);
  return 0;
}

function questionOf(paths: readonly string[], cwd: string): Question {
  const [path = '.', ...others] = paths;
  if (others.length > 0) throw new UsageError('--print-config takes one file at most.');
  const absolute = resolve(cwd, path);
  if (lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true) return { root: realpathSync(absolute), file: undefined };
  // As for `why`: the project is the current folder, or, for a file elsewhere, the folder that it lies in.
  const isOutside = !liesInside(cwd, absolute);
  const folder = isOutside ? dirname(absolute) : cwd;
  const file = toPosix(relative(folder, absolute));
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) throw new UsageError(`${JSON.stringify(path)}: not found.`);
  return { root: realpathSync(folder), file };
}

function effective(settings: Settings, { root, file }: Question): object {
  const { config, flags } = settings;
  const { preset = defaultPreset, rules: general = new Map<string, RuleSetting>(), overrides = [], includeTests, ignore = [], patternsFrom = root } = toScanOptions(settings);
  const toLocal = toLocalPath(root, patternsFrom);
  const byFile = new SettingsByFile({ preset, rules: general }, overrides, toLocal);
  // Without a file: what holds where no override says otherwise.
  const applied = file === undefined ? [overrides.length - 1] : byFile.indexesFor(file);
  const inForce = byFile.combine(applied);
  const { models, fieldAliases, failOn, format, overrides: written } = config?.config ?? {};
  const local = file === undefined ? undefined : toLocal(file);
  const isIgnored = local !== undefined && new PathPatterns(ignore).of(local) === 'matches';
  return {
    ...(isIgnored ? { ignored: true } : {}),
    config: {
      preset: inForce.preset,
      rules: rulesInForce(inForce),
      includeTests,
      failOn: flags.failOn ?? failOn ?? 'warn',
      format: flags.format ?? format ?? 'stylish',
      ...(config?.config.ignore === undefined ? {} : { ignore }),
      ...(models === undefined ? {} : { models }),
      ...(fieldAliases === undefined ? {} : { fieldAliases }),
      ...(file === undefined && written !== undefined ? { overrides: written } : {}),
    },
    // The last override is that of the flags.
    from: originsOf(settings, applied.filter((index) => index < overrides.length - 1), inForce.preset),
  };
}

function rulesInForce({ preset, rules: settings }: FileSettings): Readonly<Record<string, RuleSetting>> {
  const active = new Map(activeRules(rules, preset, settings).map((each) => [each.rule.name, each]));
  return Object.fromEntries(rules.map(({ name, severity }) => {
    const one = active.get(name);
    return [name, one === undefined ? 'off' : [one.severity ?? severity, one.options]];
  }));
}
