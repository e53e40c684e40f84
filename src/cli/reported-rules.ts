import { rules } from '../../rules/index.js';
import { unusedDirective } from '../check/check.js';
import { docsUrl } from '../docs-url.js';
import type { ReportedRule } from '../report/reported-rule.js';
import { rulePage } from './rule-page.js';
import { unusedDirectivePage } from './unused-directive-page.js';

/** Everything that findings can be of, with its page: the rules, and the finding that comes from none. Reads files. */
export function reportedRules(): readonly ReportedRule[] {
  return [
    ...rules.map((rule) => ({
      name: rule.name,
      description: rule.docs.description,
      severity: rule.severity,
      standards: rule.docs.standards,
      page: rulePage(rule),
      url: docsUrl(rule.name),
    })),
    {
      name: unusedDirective,
      description: 'Disallow comments that suppress nothing, or name a rule that does not exist',
      severity: 'warn',
      standards: [],
      page: unusedDirectivePage,
    },
  ];
}
