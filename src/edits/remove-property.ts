import type { Range } from '../facts/index.js';
import type { Language } from './language.js';
import { hasLineBreak } from './lines.js';
import { removeSpan } from './remove-span.js';
import { scanLiteral, type ScannedObject } from './scan-literal.js';
import type { TextEdit } from './text-edit.js';

/** How many `{` before the property are tried as the start of its object. */
const CANDIDATES = 100;

/**
 * Removes the property that stands exactly at `range` with its comma, and its line when nothing else is on it.
 * Comments beside it stay.
 *
 * @returns `undefined` when no object literal around it can be read for sure.
 */
export function removeProperty(text: string, range: Range, language: Language): readonly TextEdit[] | undefined {
  const object = enclosingObject(text, range, language);
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
  if (between.trim() === '') return [removeSpan(text, span)];
  const commaOnly: TextEdit = { range: [comma, comma + 1], text: '' };
  return comma < item.start ? [commaOnly, removeSpan(text, range)] : [removeSpan(text, range), commaOnly];
}

/**
 * The object literal that has a property exactly at `range`. Nothing tells where it starts, so each `{` before it is
 * tried, nearest first; one inside a comment or string cannot give a literal with just that property.
 */
function enclosingObject(text: string, [start, end]: Range, language: Language): ScannedObject | undefined {
  let open = start;
  for (let tried = 0; tried < CANDIDATES && open > 0; tried++) {
    open = text.lastIndexOf('{', open - 1);
    const object = open === -1 ? undefined : scanLiteral(text, open, language);
    if (object?.items.some((item) => item.start === start && item.end === end)) return object;
  }
  return undefined;
}
