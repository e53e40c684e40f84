import { atLeast, type Facts } from '../facts/index.js';
import type { Report, Rule, Severity } from '../rule.js';
import type { ActiveRule } from './rule-settings.js';

/** A report with the rule it came from and its final severity. */
export interface RuleReport {
  readonly active: ActiveRule;
  readonly report: Report;
  readonly severity: Severity;
}

/**
 * Runs rules on facts. A rule that throws, or reports what it has no words for, loses its own reports only; what is
 * wrong with it is among `crashes`.
 */
export function runRules(facts: Facts, rules: readonly ActiveRule[]): { readonly reports: readonly RuleReport[]; readonly crashes: readonly string[] } {
  const reports: RuleReport[] = [];
  const crashes: string[] = [];
  for (const active of rules) {
    const { rule, options } = active;
    try {
      const own = rule.check(atLeast(facts, rule.weakestIdentity), options);
      for (const report of own) requireWords(rule, report);
      reports.push(...own.map((report) => ({ active, report, severity: active.severity ?? report.severity ?? rule.severity })));
    } catch (error) {
      crashes.push(`rule ${rule.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { reports, crashes };
}

/** @throws {Error} for an id that is none of the rule's: as ESLint does, instead of losing the finding without a word */
function requireWords({ messages, suggestions }: Rule<object>, report: Report): void {
  if (!Object.hasOwn(messages, report.messageId)) throw new Error(`it has no message "${report.messageId}"`);
  const unknown = report.suggestions?.find(({ messageId }) => !Object.hasOwn(suggestions, messageId));
  if (unknown !== undefined) throw new Error(`it has no suggestion "${unknown.messageId}"`);
}
