import type { Facts } from '../facts/index.js';
import type { Rule } from '../rule.js';
import { activeRules, type FileSettings } from './rule-settings.js';
import { runRules, type RuleReport } from './run-rules.js';

/** What the rules say, each file by its own settings. */
export interface RunByFile {
  readonly reports: readonly RuleReport[];
  readonly crashes: readonly string[];
  /** Names of the rules that run in a file. */
  readonly runningIn: (file: string) => ReadonlySet<string>;
}

/**
 * Runs rules where settings differ from file to file. A rule sees all facts and runs once for each set of options; a
 * report goes by the settings of the file that it is made in.
 *
 * @param settingsOf gives the same object for files with the same settings
 */
export function runRulesByFile(facts: Facts, rules: readonly Rule<object>[], files: Iterable<string>, settingsOf: (file: string) => FileSettings): RunByFile {
  const running = new Map<FileSettings, ReadonlySet<string>>();
  const runs = new Map<string, ReturnType<typeof runRules>>();
  const reports: RuleReport[] = [];
  for (const settings of new Set([...files].map(settingsOf))) {
    const active = activeRules(rules, settings.preset, settings.rules);
    running.set(settings, new Set(active.map(({ rule }) => rule.name)));
    for (const one of active) {
      const { rule, options } = one;
      const key = `${rule.name} ${JSON.stringify(options)}`;
      const run = runs.get(key) ?? runRules(facts, [{ rule, options }]);
      runs.set(key, run);
      const own = run.reports.filter(({ report }) => settingsOf(report.at.file) === settings);
      reports.push(...own.map((each) => ({ ...each, active: one, severity: one.severity ?? each.severity })).filter((each) => isShown(each, settings)));
    }
  }
  return {
    reports,
    crashes: [...new Set([...runs.values()].flatMap(({ crashes }) => crashes))],
    runningIn: (file) => running.get(settingsOf(file)) ?? new Set(),
  };
}

/** `info` is what only the strict preset reports, unless a person has asked for it by name. */
function isShown({ severity, active }: RuleReport, { preset }: FileSettings): boolean {
  return severity !== 'info' || preset === 'strict' || active.severity !== undefined;
}
