import { rules } from '../../rules/index.js';
import { unusedDirective } from '../check/check.js';
import { didYouMean } from '../check/did-you-mean.js';
import { UsageError } from '../scan/problem.js';
import type { Arguments } from './arguments.js';
import type { ExitCode, Host } from './host.js';
import { renderMarkdown } from './markdown.js';
import { hasColour, paintFor } from './paint.js';
import { rulePage } from './rule-page.js';
import { unusedDirectivePage } from './unused-directive-page.js';

/** `session-memory explain <rule>`: the rule's page, for a terminal. */
export function explainCommand(parsed: Arguments, host: Host): ExitCode {
  const name = (parsed.positionals[0] ?? '').replace(/^session-memory\//, '');
  const paint = paintFor(hasColour(host.stdout, host.environment));
  host.stdout.write(renderMarkdown(pageNamed(name), paint, Math.min(100, host.stdout.columns ?? 100)));
  return 0;
}

/** @throws UsageError when there is no such rule */
function pageNamed(name: string): string {
  if (name === unusedDirective) return unusedDirectivePage;
  const rule = rules.find((each) => each.name === name);
  if (rule !== undefined) return rulePage(rule);
  throw new UsageError(`There is no rule ${JSON.stringify(name)}.${didYouMean(name, rules.map((each) => each.name))} session-memory rules lists them.`);
}
