import { byPath } from './by-path.js';
import { createColors } from './colors.js';
import { FindingPrinter } from './finding-printer.js';
import { inOrder } from './in-order.js';
import type { ScanReport } from './scan-report.js';
import { summaryLines } from './summary-lines.js';

/** How {@link toStylish} prints. */
export interface StylishOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The text of a reported file, for code frames; without it findings come without. */
  sourceOf(path: string): string | undefined;
  /** Name every skipped file. */
  readonly verbose?: boolean;
}

const NARROWEST = 40;
const WIDEST = 200;

/**
 * The report for people at a terminal: findings by file with their code, related places and first suggestion, then a
 * summary. A clean run is one line. Nothing out of source code reaches the terminal unescaped.
 */
export function toStylish(report: ScanReport, options: StylishOptions): string {
  const colors = createColors(options.color);
  const width = Math.min(WIDEST, Math.max(NARROWEST, Number.isFinite(options.width) ? options.width : WIDEST));
  const printer = new FindingPrinter({ colors, width, sourceOf: (path) => options.sourceOf(path) });
  const findings = inOrder(report.findings);
  const blocks = byPath(findings).map((own) => printer.fileLines(own));
  const summary = summaryLines(report, findings, { colors, width, verbose: options.verbose === true });
  return `${[...blocks.flatMap((lines) => [...lines, '']), ...summary].join('\n')}\n`;
}
