import type { Range, Style } from '../facts/index.js';
import { inStyle } from './in-style.js';
import { indentAt, lineBreakAt } from './lines.js';
import type { TextEdit } from './text-edit.js';
import { tokenize } from './tokenize.js';

/**
 * Replaces what stands at `range` by `code`.
 *
 * @returns `undefined` when a comment inside would be lost that `code` does not repeat
 */
export function replaceCode(text: string, range: Range, code: string, style: Style): readonly TextEdit[] | undefined {
  const old = text.slice(...range);
  const written = inStyle(code, style, indentAt(text, range[0]), lineBreakAt(text, range[0], style));
  if (old === written) return [];
  return losesComment(old, written) ? undefined : [{ range, text: written }];
}

function losesComment(old: string, written: string): boolean {
  const tokens = tokenize(old);
  if (!tokens) return old.includes('//') || old.includes('/*');
  return tokens.some((token) => token.kind === 'comment' && !written.includes(token.text));
}
