import type { FileSummary, Range } from '../../facts/index.js';

/** The comments that begin on the lines of a range. */
export function commentsAt(file: FileSummary, range: Range): readonly string[] {
  const [first, last] = range.map((offset) => lineOf(file.lines, offset));
  return file.comments.flatMap(({ at, text }) => {
    const line = lineOf(file.lines, at[0]);
    return first !== undefined && last !== undefined && line >= first && line <= last ? [text.trim()] : [];
  });
}

/** Index of the line that an offset lies in. */
function lineOf(lines: readonly number[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
