import type { Severity } from '../rule.js';

/** What reports tell about a rule beside its findings. */
export interface ReportedRule {
  readonly name: string;
  /** One sentence without a full stop. */
  readonly description: string;
  readonly severity: Severity;
  /** `'CWE-613'`, `'WCAG 2.2 SC 3.3.7'` */
  readonly standards: readonly string[];
  /** The rule's page, in Markdown. */
  readonly page: string;
  /** Address of the page; some findings come from no rule that has one. */
  readonly url?: string;
}
