import type { Range } from '../facts/index.js';
import { hasLineBreak, isFirstOnLine } from './lines.js';
import { removeSpan } from './remove-span.js';
import { scanLiteral, type ScannedObject } from './scan-literal.js';
import type { TextEdit } from './text-edit.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/** How many `{` before the property are tried as the start of its object, in a file with elements. */
const CANDIDATES = 100;

/**
 * Removes the property that stands exactly at `range` with its comma, and its line when nothing else is on it.
 * Comments beside it stay.
 *
 * @returns `undefined` when no object literal around it can be read for sure.
 */
export function removeProperty(text: string, range: Range, codeStart: number): readonly TextEdit[] | undefined {
  const object = enclosingObject(text, range, codeStart);
  if (!object) return undefined;
  const index = object.items.findIndex((item) => item.start === range[0]);
  const item = object.items[index]!;
  const previous = object.items[index - 1];
  if (object.items.length === 1 && object.comments.length === 0) return [{ range: [object.open, object.close], text: '' }];
  const ownComma = item.comma !== undefined && !(previous && hasLineBreak(text.slice(item.end, item.comma)));
  const comma = ownComma ? item.comma : previous?.comma;
  if (comma === undefined) return [removeSpan(text, range)];
  const span: Range = [Math.min(comma, item.start), Math.max(comma + 1, item.end)];
  const between = text.slice(Math.min(comma + 1, item.end), Math.max(comma, item.start));
  if (between.trim() === '') return [comma < item.start && !isFirstOnLine(text, comma) ? { range: span, text: '' } : removeSpan(text, span)];
  const commaOnly: TextEdit = { range: [comma, comma + 1], text: '' };
  return comma < item.start ? [commaOnly, removeTail(text, range)] : [removeSpan(text, range), commaOnly];
}

/** Of `{ a, /* b *\/ b }` the space before `b`, not the one before `}`; a line of its own goes whole. */
function removeTail(text: string, [start, end]: Range): TextEdit {
  if (isFirstOnLine(text, start)) return removeSpan(text, [start, end]);
  const space = text.slice(0, start).length - text.slice(0, start).trimEnd().length;
  return { range: [start - space, end], text: '' };
}

/** The object literal that has a property exactly at `range`. */
function enclosingObject(text: string, range: Range, codeStart: number): ScannedObject | undefined {
  const before = tokenize(text, codeStart <= range[0] ? codeStart : 0, range[0]);
  if (before) return objectAt(text, lastUnclosed(before)?.start, range);
  // A file with elements: nothing tells where the object starts, so each `{` on the way back is tried. One in a comment
  // can look like it too (`{ a, // {`), but then there are two.
  const found: ScannedObject[] = [];
  let open = range[0];
  for (let tried = 0; tried < CANDIDATES && open > 0; tried++) {
    open = text.lastIndexOf('{', open - 1);
    const object = objectAt(text, open, range);
    if (object) found.push(object);
  }
  return found.length === 1 ? found[0] : undefined;
}

function objectAt(text: string, open: number | undefined, [start, end]: Range): ScannedObject | undefined {
  const object = open === undefined || open < 0 ? undefined : scanLiteral(text, open);
  return object?.items.some((item) => item.start === start && item.end === end) ? object : undefined;
}

function lastUnclosed(tokens: readonly Token[]): Token | undefined {
  let closed = 0;
  return tokens.findLast(({ kind, text }) => {
    if (kind !== 'punctuator') return false;
    if (/^[)\]}]$/.test(text)) closed++;
    return /^[([{]$/.test(text) && closed-- === 0;
  });
}
