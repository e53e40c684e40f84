import type { Range, Style } from '../facts/index.js';
import { inStyle } from './in-style.js';
import { indentAt, isFirstOnLine, lineBreakAt, lineEnd } from './lines.js';
import { statementContext } from './statement-context.js';
import type { TextEdit } from './text-edit.js';

/** Code that ends in `}` and needs no `;`; `run(() => {})` and `x = {}` do. */
const BLOCK = /^(?:export\s+)?(?:default\s+)?(?:if|for|while|switch|try|function|async\s+function|class|interface|enum|declare|\{)(?![\w$])|^\{/;
const HAZARD = /^[([`+\-/]/;

/**
 * Inserts the statement `code` before or after the one at `range`, at its indentation, on a line of its own when
 * that has one.
 *
 * @returns `undefined` where no second statement fits: `if (a) b()`
 */
export function insertStatement(
  text: string,
  range: Range,
  { side, code, style, codeStart }: { readonly side: 'before' | 'after'; readonly code: string; readonly style: Style; readonly codeStart: number },
): readonly TextEdit[] | undefined {
  const context = statementContext(text, range[0], codeStart);
  if (!context?.inList) return undefined;
  const at = side === 'before' ? context.leadStart : behindStatement(text, range[1]);
  const indent = indentAt(text, range[0]);
  const lineBreak = lineBreakAt(text, at, style);
  const alone = isFirstOnLine(text, range[0]) && (side === 'before' || at === lineEnd(text, at) || text.slice(at, lineEnd(text, at)).trim() === '');
  const next = side === 'before' ? text.slice(range[0]) : text.slice(at).trimStart();
  const written = inStyle(terminated(code.trim(), style, alone && !HAZARD.test(next)), style, indent, lineBreak);
  if (side === 'before') {
    const guard = context.openEnded && HAZARD.test(written) ? ';' : '';
    return [{ range: [at, at], text: guard + written + (alone ? lineBreak + indent : ' ') }];
  }
  const own = text.slice(...range);
  const guard = !/[;}]$/.test(own) && (!alone || HAZARD.test(written)) ? ';' : '';
  return [{ range: [at, at], text: alone ? lineBreak + indent + guard + written : `${guard} ${written}` }];
}

/** Behind the statement and the comments that end its line. */
function behindStatement(text: string, end: number): number {
  const rest = text.slice(end, lineEnd(text, end));
  const tail = /^(?:[^\S\n\r]*\/\*(?:[^*]|\*(?!\/))*\*\/)*[^\S\n\r]*(?:\/\/.*)?$/.exec(rest);
  return tail ? end + rest.trimEnd().length : end;
}

function terminated(code: string, style: Style, mayEndBare: boolean): string {
  const bare = code.replace(/;+$/, '');
  if (bare.endsWith('}') && BLOCK.test(bare)) return bare;
  return style.semicolons || !mayEndBare ? `${bare};` : bare;
}
