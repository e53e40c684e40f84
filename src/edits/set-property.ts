import type { Range, Style } from '../facts/index.js';
import { inStyle } from './in-style.js';
import { insertItem } from './insert-item.js';
import { indentAt, lineBreakAt } from './lines.js';
import { scanLiteral, type Property, type ScannedObject } from './scan-literal.js';
import type { TextEdit } from './text-edit.js';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** What {@link setProperty} works on. */
interface Target {
  readonly text: string;
  readonly style: Style;
}

/**
 * Sets `path` to `code` in the object literal at `range`: extends nested literals that are there, replaces a value,
 * adds what is missing. Nothing to do is no edits.
 *
 * @returns `undefined` when the result would not surely be that value and nothing else: `cookie: options` holds more
 * than is seen, `...rest` behind it may win, a comment inside the old value would be lost.
 */
export function setProperty(target: Target, range: Range, path: readonly string[], code: string): readonly TextEdit[] | undefined {
  const [key, ...rest] = path;
  const object = scanLiteral(target.text, range[0]);
  if (object?.close !== range[1] - 1 || key === undefined || path.includes('__proto__')) return undefined;
  const index = object.items.findLastIndex((property) => property.key === key);
  const existing = object.items[index];
  if (existing) {
    const shadowed = object.items.slice(index + 1).some((property) => property.key === undefined);
    return shadowed ? undefined : change(target, existing, rest, code);
  }
  // `{ ...base }` may bring `cookie: { secure: true }`, which a new `cookie` would drop.
  if (rest.length > 0 && object.items.some((property) => property.key === undefined)) return undefined;
  const written = `${writeKey(key, object, target.style)}: ${nest(rest, code)}`;
  return insertItem(target.text, object, object.items.length, written, target.style);
}

function change(target: Target, property: Property, rest: readonly string[], code: string): readonly TextEdit[] | undefined {
  const { value } = property;
  if (property.kind === 'shorthand' && rest.length === 0) {
    return [{ range: [property.end, property.end], text: `: ${style(target, property.end, code)}` }];
  }
  if (!value) return undefined;
  const [first] = value.tokens;
  const isUnset = value.tokens.length === 1 && first?.text === 'undefined';
  if (rest.length === 0 || isUnset) return replaceValue(target, value, nest(rest, code));
  if (first?.text !== '{') return undefined;
  const end = literalEnd(value.tokens);
  return end === undefined ? undefined : setProperty(target, [value.start, end], rest, code);
}

function replaceValue(target: Target, value: NonNullable<Property['value']>, code: string): readonly TextEdit[] | undefined {
  const written = style(target, value.start, code);
  if (target.text.slice(value.start, value.end) === written) return [];
  if (value.tokens.some((token) => token.kind === 'comment')) return undefined;
  return [{ range: [value.start, value.end], text: written }];
}

/** End of the object literal that `tokens` are; what may follow it is `as const`, `as T`, `satisfies T<U>`. */
function literalEnd(tokens: NonNullable<Property['value']>['tokens']): number | undefined {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'punctuator') continue;
    if (token.text === '{') depth++;
    if (token.text !== '}' || --depth > 0) continue;
    const after = tokens.slice(index + 1).filter(({ kind }) => kind !== 'comment').map(({ text }) => text).join(' ');
    return after === '' || /^(?:as|satisfies) [\p{ID_Continue}$ .,<>]+$/u.test(after) ? token.end : undefined;
  }
  return undefined;
}

function style({ text, style }: Target, at: number, code: string): string {
  return inStyle(code, style, indentAt(text, at), lineBreakAt(text, at, style));
}

function nest(path: readonly string[], code: string): string {
  return path.reduceRight((inner, key) => `{ ${IDENTIFIER.test(key) ? key : quote(key, "'")}: ${inner} }`, code);
}

/** `{ "a": 1 }` asks for quotes; keys that are no names need them. */
function writeKey(key: string, object: ScannedObject, { quote: mark }: Style): string {
  const named = object.items.filter((property) => property.kind === 'value' && property.key !== undefined);
  // `{ 'max-age': 1 }` says nothing: there the quotes are needed.
  const allQuoted = named.every((property) => property.quoted) && named.some((property) => IDENTIFIER.test(property.key ?? ''));
  return allQuoted || !IDENTIFIER.test(key) ? quote(key, mark) : key;
}

function quote(key: string, mark: string): string {
  const json = JSON.stringify(key).slice(1, -1);
  return mark === '"' ? `"${json}"` : `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
