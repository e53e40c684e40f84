import type { Rule, Severity } from '../rule.js';

export type Preset = 'recommended' | 'strict';

/** What a person may say about a rule: a severity, or a severity with options. */
export type RuleSetting = Severity | 'off' | readonly [severity: Severity | 'off', options?: Readonly<Record<string, unknown>>];

/** The settings that hold in a file. */
export interface FileSettings {
  readonly preset: Preset;
  /** By rule name. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** A rule that runs, with everything decided. */
export interface ActiveRule {
  readonly rule: Rule<object>;
  readonly options: Record<string, unknown>;
  /** Set by a person: it then holds for every report of the rule. */
  readonly severity?: Severity;
}

/**
 * The rules that run: those of the preset, as a person has changed them.
 *
 * @param settings by rule name; names and options are taken as valid
 */
export function activeRules(rules: readonly Rule<object>[], preset: Preset, settings: ReadonlyMap<string, RuleSetting>): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const setting = settings.get(rule.name);
    const severity = Array.isArray(setting) ? (setting[0] as Severity | 'off') : (setting as Severity | 'off' | undefined);
    const runs = severity === undefined ? preset === 'strict' || rule.docs.recommended : severity !== 'off';
    if (!runs) return [];
    const given = Array.isArray(setting) ? (setting[1] as Record<string, unknown> | undefined) : undefined;
    const options = { ...rule.defaultOptions, ...(preset === 'strict' ? rule.strictOptions : {}), ...given };
    return [severity === undefined || severity === 'off' ? { rule, options } : { rule, options, severity }];
  });
}
