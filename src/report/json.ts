import type { Finding, Span } from './finding.js';
import { inOrder } from './in-order.js';
import { toJsonText } from './json-text.js';
import type { LeftOut, ScanReport } from './scan-report.js';

/** Raised when a field changes its meaning or goes. New fields do not raise it. */
const SCHEMA_VERSION = 1;

/** The report as JSON, one document that ends with a line break. Byte for byte the same for the same report. */
export function toJson(report: ScanReport): string {
  const document = {
    schemaVersion: SCHEMA_VERSION,
    findings: inOrder(report.findings).map(toFinding),
    skipped: toLeftOut(report.skipped),
    failed: toLeftOut(report.failed),
    notes: report.notes,
    stats: report.stats,
  };
  return toJsonText(document);
}

function toFinding(finding: Finding): object {
  const { ruleId, severity, message, fingerprint, related, suggestions } = finding;
  return {
    ruleId,
    severity,
    message,
    ...toSpan(finding),
    fingerprint,
    related: related.map((place) => ({ message: place.message, ...toSpan(place) })),
    suggestions: suggestions.map((suggestion) => ({
      message: suggestion.message,
      edits: suggestion.edits.map(({ path, range, text }) => ({ path, range, text })),
    })),
  };
}

function toSpan({ path, line, column, endLine, endColumn }: Span): Span {
  return { path, line, column, endLine, endColumn };
}

function toLeftOut(files: readonly LeftOut[]): readonly LeftOut[] {
  const byPath = (a: LeftOut, b: LeftOut): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return files.map(({ path, reason }) => ({ path, reason })).sort(byPath);
}
