import type { Style } from '../facts/index.js';

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** Offset at which the line of `offset` starts. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text[start - 1])) start--;
  return start;
}

/** Offset of the line break that ends the line of `offset`, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text[end])) end++;
  return end;
}

/** Offset behind the line break at `offset`; `offset` itself when there is none. */
export function afterLineBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return isLineBreak(text[offset]) ? offset + 1 : offset;
}

/** The white space that the line of `offset` starts with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[^\S\n\r\u2028\u2029]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
}

/** Nothing but white space stands before `offset` on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Nothing but white space stands from `offset` to the end of its line. */
export function isLastOnLine(text: string, offset: number): boolean {
  return text.slice(offset, lineEnd(text, offset)).trim() === '';
}

export function hasLineBreak(text: string): boolean {
  return /[\n\r\u2028\u2029]/.test(text);
}

/** The line break in use around `offset`: the next one, as files may mix them, else the file's. */
export function lineBreakAt(text: string, offset: number, style: Style): string {
  LINE_BREAK.lastIndex = lineEnd(text, offset);
  const found = LINE_BREAK.exec(text)?.[0];
  return found === undefined || found === '\u2028' || found === '\u2029' ? style.eol : found;
}

function isLineBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029';
}
