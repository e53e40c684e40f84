import { checkScanOptions } from './check-scan-options.js';
import type { ScanReport } from './report/scan-report.js';
import { scanInDetail } from './scan-in-detail.js';
import type { ScanOptions } from './scan-options.js';

export type { Preset, RuleSetting } from './check/rule-settings.js';
export type { LibraryModel } from './models/library-model.js';
export type { Finding, FindingSuggestion, RelatedSpan, Span } from './report/finding.js';
export type { LeftOut, ScanReport, ScanStats } from './report/scan-report.js';
export type { RuleSettings, ScanOptions, ScanOverride } from './scan-options.js';
export { UsageError } from './scan/problem.js';

/**
 * Scans files and folders for session-memory problems. Reads only; runs no code of what it reads.
 *
 * One bad file never ends a scan: it is listed in the report under `skipped` or `failed`, with a reason.
 *
 * @throws UsageError when a path does not exist, and for a preset, rule, severity or option of a rule that does not
 * @example
 * const { findings } = await scan({ paths: ['src'], preset: 'strict', rules: { 'no-repeated-ask': 'error' } });
 */
export async function scan(options: ScanOptions = {}): Promise<ScanReport> {
  return (await scanInDetail(await checkScanOptions(options))).report;
}
