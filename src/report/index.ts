export type { Finding, FindingSuggestion, RelatedSpan, Span } from './finding.js';
export { toJson } from './json.js';
export type { LeftOut, ScanReport, ScanStats } from './scan-report.js';
export { toStylish, type StylishOptions } from './stylish.js';
