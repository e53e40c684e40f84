import type { Range } from '../facts/index.js';
import { afterLineBreak, isFirstOnLine, isLastOnLine, lineEnd, lineStart } from './lines.js';
import type { TextEdit } from './text-edit.js';

/** Removes `span` and the white space that it leaves behind: its whole lines when nothing else is on them. */
export function removeSpan(text: string, [start, end]: Range): TextEdit {
  const first = isFirstOnLine(text, start);
  const last = isLastOnLine(text, end);
  if (first && last) {
    const from = lineStart(text, start);
    const to = afterLineBreak(text, lineEnd(text, end));
    return { range: [from, to], text: '' };
  }
  // `a; b; c;`: the space goes with what it stood before. A line keeps its indentation.
  if (last) return { range: [start - spaceBefore(text, start), lineEnd(text, end)], text: '' };
  return { range: [start, end + spaceAfter(text, end)], text: '' };
}

function spaceBefore(text: string, offset: number): number {
  return offset - text.slice(lineStart(text, offset), offset).trimEnd().length - lineStart(text, offset);
}

function spaceAfter(text: string, offset: number): number {
  const rest = text.slice(offset, lineEnd(text, offset));
  return rest.length - rest.trimStart().length;
}
