import type { Style } from '../facts/index.js';
import { inStyle } from './in-style.js';
import type { Item, ItemList } from './item-list.js';
import { hasLineBreak, indentAt, isFirstOnLine, lineBreakAt, lineEnd } from './lines.js';
import type { TextEdit } from './text-edit.js';

/**
 * Adds `code` to a list so that it stands at `index` (at most the number of items), laid out as its neighbours are:
 * on a line of its own or not, with a trailing comma or not, and with every comment still beside its item.
 */
export function insertItem(text: string, list: ItemList, index: number, code: string, style: Style): readonly TextEdit[] {
  if (list.items.length === 0) return list.comments.length === 0 ? fillEmpty(text, list, code, style) : fillCommented(text, list, code, style);
  return index < list.items.length ? insertBefore(text, list, index, code, style) : append(text, list, code, style);
}

function append(text: string, list: ItemList, code: string, style: Style): readonly TextEdit[] {
  const last = list.items.at(-1)!;
  const after = behind(last);
  const comma = last.comma === undefined ? [{ range: [last.end, last.end] as const, text: ',' }] : [];
  const closing = last.comma === undefined ? '' : ',';
  if (isFirstOnLine(text, list.close)) {
    const at = behindCommentsOnLine(text, list, after);
    const indent = itemIndent(text, list, style);
    const lineBreak = lineBreakAt(text, at, style);
    return [...comma, insertion(at, lineBreak + indent + inStyle(code, style, indent, lineBreak) + closing)];
  }
  // `{ a: 1 /* of a */ }`: the comment stays with `a`.
  const at = Math.max(after, list.comments.at(-1)?.end ?? 0);
  const written = inStyle(code, style, indentAt(text, at), lineBreakAt(text, at, style));
  return [insertion(at, `${last.comma === undefined ? ',' : ''} ${written}${closing}`)];
}

function insertBefore(text: string, list: ItemList, index: number, code: string, style: Style): readonly TextEdit[] {
  const item = list.items[index]!;
  const previous = list.items[index - 1];
  const after = previous ? behind(previous) : list.open;
  const lineComments = behindCommentsOnLine(text, list, after);
  // A comment that ends the line belongs to what stands before it, one in front of the item to the item.
  const at = hasLineBreak(text.slice(lineComments, item.start)) ? lineComments : after;
  if (!hasLineBreak(text.slice(at, item.start))) {
    const written = `${inStyle(code, style, indentAt(text, at), lineBreakAt(text, at, style))},`;
    return [insertion(at, previous ? ` ${written}` : `${written} `)];
  }
  const indent = itemIndent(text, list, style);
  const lineBreak = lineBreakAt(text, at, style);
  return [insertion(at, `${lineBreak}${indent}${inStyle(code, style, indent, lineBreak)},`)];
}

function fillEmpty(text: string, list: ItemList, code: string, style: Style): readonly TextEdit[] {
  const lineBreak = lineBreakAt(text, list.open, style);
  const outer = indentAt(text, list.open);
  const range = [list.open, list.close] as const;
  if (!hasLineBreak(text.slice(...range))) {
    const pad = text[list.open - 1] === '{' ? ' ' : '';
    return [{ range, text: pad + inStyle(code, style, outer, lineBreak) + pad }];
  }
  const indent = outer + style.indent;
  return [{ range, text: lineBreak + indent + inStyle(code, style, indent, lineBreak) + lineBreak + outer }];
}

function fillCommented(text: string, list: ItemList, code: string, style: Style): readonly TextEdit[] {
  const last = list.comments.at(-1)!;
  const lineBreak = lineBreakAt(text, last.end, style);
  if (isFirstOnLine(text, list.close)) {
    const indent = itemIndent(text, { ...list, items: [last] }, style);
    return [insertion(last.end, lineBreak + indent + inStyle(code, style, indent, lineBreak))];
  }
  const pad = text[list.open - 1] === '{' && last.end === list.close ? ' ' : '';
  return [insertion(last.end, ` ${inStyle(code, style, indentAt(text, last.end), lineBreak)}${pad}`)];
}

function itemIndent(text: string, list: ItemList, style: Style): string {
  const leader = list.items.findLast((item) => isFirstOnLine(text, item.start));
  return leader ? indentAt(text, leader.start) : indentAt(text, list.close) + style.indent;
}

/** Behind the comments that start on the line of `offset` with nothing but white space between. */
function behindCommentsOnLine(text: string, list: ItemList, offset: number): number {
  let at = offset;
  for (const comment of list.comments) {
    if (comment.start < at) continue;
    if (comment.start > lineEnd(text, at) || text.slice(at, comment.start).trim() !== '') break;
    at = comment.end;
  }
  return at;
}

function behind(item: Item): number {
  return item.comma === undefined ? item.end : item.comma + 1;
}

function insertion(at: number, text: string): TextEdit {
  return { range: [at, at], text };
}
