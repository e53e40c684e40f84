import type { Range } from '../facts/index.js';
import { removeSpan } from './remove-span.js';
import { statementContext } from './statement-context.js';
import type { TextEdit } from './text-edit.js';

/** What joins with an unfinished line before it. */
const CONTINUES = /^[([`+\-/*,.<>=&|?:%^]/;

/**
 * Removes the statement at `range` with its `;`, and its line when nothing else is on it. Comments beside it stay.
 *
 * @returns `undefined` for the only statement of `if (a) b()` and where, without semicolons, the lines around it would join
 */
export function removeStatement(text: string, range: Range, codeStart: number): readonly TextEdit[] | undefined {
  const context = statementContext(text, range[0], codeStart);
  if (!context?.inList) return undefined;
  const semicolon = /^[^\S\n\r]*;/.exec(text.slice(range[1], range[1] + 20))?.[0] ?? '';
  const end = /[;}]$/.test(text.slice(...range)) ? range[1] : range[1] + semicolon.length;
  if (context.openEnded && CONTINUES.test(codeAfter(text, end))) return undefined;
  return [removeSpan(text, [range[0], end])];
}

function codeAfter(text: string, offset: number): string {
  return text.slice(offset).replace(/^(?:\s|\/\/[^\n\r]*|\/\*[^]*?\*\/)+/, '');
}
