import type { Range, Style } from '../facts/index.js';
import { inStyle } from './in-style.js';
import { indentAt, lineBreakAt } from './lines.js';
import type { TextEdit } from './text-edit.js';

/** Puts `before` and `after` around what stands at `range`. */
export function wrapCode(
  text: string,
  [start, end]: Range,
  { before, after, style }: { readonly before: string; readonly after: string; readonly style: Style },
): readonly TextEdit[] {
  const write = (code: string): string => inStyle(code, style, indentAt(text, start), lineBreakAt(text, start, style));
  return [
    { range: [start, start], text: write(before) },
    { range: [end, end], text: write(after) },
  ];
}
