import { atLeast, type Facts } from '../facts/index.js';
import type { Report, Severity } from '../rule.js';
import type { ActiveRule } from './rule-settings.js';

/** A report with the rule it came from and its final severity. */
export interface RuleReport {
  readonly active: ActiveRule;
  readonly report: Report;
  readonly severity: Severity;
}

/** Runs rules on facts. A rule that throws loses its own reports only; what it threw is among `crashes`. */
export function runRules(facts: Facts, rules: readonly ActiveRule[]): { readonly reports: readonly RuleReport[]; readonly crashes: readonly string[] } {
  const reports: RuleReport[] = [];
  const crashes: string[] = [];
  for (const active of rules) {
    const { rule, options } = active;
    try {
      for (const report of rule.check(atLeast(facts, rule.weakestIdentity), options)) {
        reports.push({ active, report, severity: active.severity ?? report.severity ?? rule.severity });
      }
    } catch (error) {
      crashes.push(`rule ${rule.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { reports, crashes };
}
