import type { RuleSetting } from './check/rule-settings.js';
import { didYouMean } from './check/did-you-mean.js';
import { presets } from './config/config.js';
import type { Override } from './config/settings-by-file.js';
import type { CheckedScanOptions, RuleSettings, ScanOptions, ScanOverride } from './scan-options.js';
import { UsageError } from './scan/problem.js';

/**
 * Checks what a program says about presets and rules: a slip in a name must not pass in silence.
 *
 * @throws UsageError for the first preset, rule, severity or option that does not exist
 */
export async function checkScanOptions({ rules, overrides, ...others }: ScanOptions): Promise<CheckedScanOptions> {
  checkPreset(others.preset, 'preset');
  return {
    ...others,
    ...(rules === undefined ? {} : { rules: await checkRules(rules, 'rules') }),
    ...(overrides === undefined ? {} : { overrides: await Promise.all(overrides.map((each, index) => checkOverride(each, `overrides[${index}]`))) }),
  };
}

async function checkOverride({ rules, ...others }: ScanOverride, where: string): Promise<Override> {
  checkPreset(others.preset, `${where}.preset`);
  return rules === undefined ? others : { ...others, rules: await checkRules(rules, `${where}.rules`) };
}

function checkPreset(preset: string | undefined, where: string): void {
  if (preset === undefined || presets.some((each) => each === preset)) return;
  throw new UsageError(`${where} must be one of ${presets.join(', ')}, not ${JSON.stringify(preset)}.${didYouMean(preset, presets)}`);
}

/** The schema is large: who says nothing about rules does not wait for it. */
async function checkRules(rules: RuleSettings, where: string): Promise<ReadonlyMap<string, RuleSetting>> {
  const { toRuleSettings } = await import('./config/to-rule-settings.js');
  return toRuleSettings(rules instanceof Map ? Object.fromEntries(rules) : rules, `${where}:`);
}
