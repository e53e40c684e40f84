import type { TextEdit } from '../../src/edits/text-edit.js';

/**
 * Applies edits as `toTextEdits` returns them: sorted, without overlaps.
 *
 * @throws RangeError when they overlap or leave the text.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let applied = '';
  let at = 0;
  for (const { range: [start, end], text: replacement } of edits) {
    if (start < at || end < start || end > text.length) throw new RangeError(`Edit at ${start}–${end} overlaps another or leaves the text`);
    applied += text.slice(at, start) + replacement;
    at = end;
  }
  return applied + text.slice(at);
}
