import type { FileSettings, Preset, RuleSetting } from '../check/rule-settings.js';
import { mergeRules } from './merge-rules.js';
import { PathPatterns } from './path-patterns.js';

/** What is to differ for some files. */
export interface Override {
  /** Patterns in the grammar of `.gitignore`. Default: all files. */
  readonly files?: readonly string[];
  readonly preset?: Preset;
  /** What is to differ from the preset, by rule name. A severity alone leaves options as they are. */
  readonly rules?: ReadonlyMap<string, RuleSetting>;
}

/** The settings of each file: the general ones, changed by the overrides that name it. Later ones win. */
export class SettingsByFile {
  private readonly overrides: readonly { readonly override: Override; readonly patterns: PathPatterns | undefined }[];
  private readonly byFile = new Map<string, FileSettings>();
  /** By the numbers of the overrides that apply. */
  private readonly combined = new Map<string, FileSettings>();

  /** @param toLocal names a file as the patterns see it */
  constructor(private readonly general: FileSettings, overrides: readonly Override[], private readonly toLocal: (file: string) => string | undefined) {
    this.overrides = overrides.map((override) => ({ override, patterns: override.files === undefined ? undefined : new PathPatterns(override.files) }));
  }

  /** The same object for all files with the same settings. */
  readonly of = (file: string): FileSettings => {
    let settings = this.byFile.get(file);
    if (settings === undefined) this.byFile.set(file, (settings = this.combine(this.indexesFor(file))));
    return settings;
  };

  /** Numbers of the overrides that name a file. */
  indexesFor(file: string): readonly number[] {
    const local = this.toLocal(file);
    return this.overrides.flatMap(({ patterns }, index) => (patterns === undefined || (local !== undefined && patterns.of(local) === 'matches') ? [index] : []));
  }

  /** The general settings with some overrides on top. */
  combine(indexes: readonly number[]): FileSettings {
    const key = indexes.join();
    const known = this.combined.get(key);
    if (known !== undefined) return known;
    const made = indexes.reduce<FileSettings>((settings, index) => {
      const { preset = settings.preset, rules = new Map<string, RuleSetting>() } = this.overrides[index]?.override ?? {};
      return { preset, rules: mergeRules(settings.rules, rules) };
    }, this.general);
    this.combined.set(key, made);
    return made;
  }
}
