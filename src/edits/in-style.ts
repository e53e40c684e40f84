import type { Style } from '../facts/index.js';
import { hasLineBreak } from './lines.js';
import { tokenize } from './tokenize.js';

/** How rules indent the `code` of an edit. */
const INDENT_IN_CODE = '  ';

/**
 * `code` of an edit as this file would write it: its quotes, its indentation behind `indent`, its line breaks.
 * Strings with quotes or escapes inside, templates and comments stay as they are.
 */
export function inStyle(code: string, style: Style, indent: string, lineBreak: string): string {
  const tokens = tokenize(code);
  if (!tokens) return code;
  let written = '';
  let at = 0;
  for (const token of tokens) {
    written += toGap(code.slice(at, token.start), style, indent, lineBreak);
    written += token.kind === 'string' ? requote(token.text, style.quote) : token.text;
    at = token.end;
  }
  return written + toGap(code.slice(at), style, indent, lineBreak);
}

function requote(literal: string, quote: string): string {
  const content = literal.slice(1, -1);
  return /["'\\]/.test(content) ? literal : `${quote}${content}${quote}`;
}

function toGap(gap: string, style: Style, indent: string, lineBreak: string): string {
  if (!hasLineBreak(gap)) return gap;
  const lines = gap.split(/\r\n|[\n\r]/);
  const last = lines.at(-1) ?? '';
  const levels = Math.floor(last.length / INDENT_IN_CODE.length);
  return lineBreak.repeat(lines.length - 1) + indent + style.indent.repeat(levels);
}
