import type { RuleSetting } from '../check/rule-settings.js';

/** Settings of rules with later ones on top. A severity alone leaves the options that were given before. */
export function mergeRules(before: ReadonlyMap<string, RuleSetting>, later: ReadonlyMap<string, RuleSetting>): ReadonlyMap<string, RuleSetting> {
  const merged = new Map(before);
  for (const [name, setting] of later) merged.set(name, keepOptions(setting, merged.get(name)));
  return merged;
}

function keepOptions(setting: RuleSetting, before: RuleSetting | undefined): RuleSetting {
  if (typeof before === 'string' || before?.[1] === undefined) return setting;
  const [severity, options] = typeof setting === 'string' ? [setting] : setting;
  return [severity, options ?? before[1]];
}
