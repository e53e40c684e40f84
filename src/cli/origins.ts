import { rules } from '../../rules/index.js';
import type { Preset } from '../check/rule-settings.js';
import type { JsonPath } from '../config/find-problem.js';
import { pathText } from '../config/path-text.js';
import type { Settings } from './settings.js';

/**
 * Where each value that is in force comes from: a flag, `session-memory.config.json:4`, the preset, or nowhere.
 *
 * @param applied numbers of the configuration's overrides that apply
 */
export function originsOf({ config, flags }: Settings, applied: readonly number[], preset: Preset): Readonly<Record<string, string>> {
  const written = (...path: JsonPath): string | undefined => {
    const isThere = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], config?.config) !== undefined;
    return config !== undefined && isThere ? `${config.document.name}:${config.document.lineOf(path)}` : undefined;
  };
  /** In the last override that says it, else in the general part. */
  const inConfig = (...path: JsonPath): string | undefined =>
    [...applied].reverse().map((index) => written('overrides', index, ...path)).find((place) => place !== undefined) ?? written(...path);
  const flag = (name: string, isGiven: boolean): string | undefined => (isGiven ? `--${name}` : undefined);
  return {
    preset: flag('preset', flags.preset !== undefined) ?? inConfig('preset') ?? 'default',
    ...Object.fromEntries(rules.map(({ name }) => [pathText(['rules', name]), flag('rule', flags.rules.has(name)) ?? inConfig('rules', name) ?? `preset ${preset}`])),
    includeTests: flag('include-tests', flags.includeTests) ?? written('includeTests') ?? 'default',
    failOn: flag('fail-on', flags.failOn !== undefined) ?? written('failOn') ?? 'default',
    format: flag('format', flags.format !== undefined) ?? written('format') ?? 'default',
    ...Object.fromEntries(['ignore', 'models', 'fieldAliases', 'overrides'].flatMap((key) => { const place = written(key); return place === undefined ? [] : [[key, place]]; })),
  };
}
