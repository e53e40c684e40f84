import type { RuleSetting } from '../check/rule-settings.js';
import { UsageError } from '../scan/problem.js';

/** One `--rule`: `name=severity`, or an object as in a configuration's `rules`. @throws UsageError */
export async function readRuleFlag(text: string): Promise<ReadonlyMap<string, RuleSetting>> {
  const { toRuleSettings } = await import('../config/to-rule-settings.js');
  return toRuleSettings(text.trimStart().startsWith('{') ? parse(text) : toEntry(text), '--rule:');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--rule: not valid JSON: ${(error as SyntaxError).message}.`);
  }
}

function toEntry(text: string): Readonly<Record<string, string>> {
  const [, name, severity] = /^(?:session-memory\/)?([^=:\s]+)\s*[=:]\s*(.+)$/.exec(text.trim()) ?? [];
  if (name === undefined || severity === undefined) throw new UsageError(`--rule: write <name>=<severity>, such as no-repeated-ask=error, not ${JSON.stringify(text)}.`);
  return Object.fromEntries([[name, severity.trim()]]);
}
