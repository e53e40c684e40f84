import type { Severity } from '../rule.js';
import type { Finding } from './finding.js';
import { inOrder } from './in-order.js';

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warn', 'info'];

/** Findings for readers that stop somewhere: the most severe first, those of one severity in the usual order. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  const ordered = inOrder(findings);
  return SEVERITIES.flatMap((severity) => ordered.filter((finding) => finding.severity === severity));
}
