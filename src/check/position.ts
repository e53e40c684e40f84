import type { FileSummary, Range } from '../facts/index.js';

/** Where in a file something stands: 1-based; columns in UTF-16 code units; the end is exclusive. */
export interface LineSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The lines and columns of a range. Ranges beyond the text end where it ends. */
export function spanOf(summary: Pick<FileSummary, 'lines' | 'length'>, [start, end]: Range): LineSpan {
  const from = positionOf(summary, start);
  const to = positionOf(summary, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function positionOf({ lines, length }: Pick<FileSummary, 'lines' | 'length'>, offset: number): { readonly line: number; readonly column: number } {
  const at = Math.max(0, Math.min(offset, length));
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (lines[low] ?? 0) + 1 };
}
