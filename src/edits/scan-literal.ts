import type { Item, ItemList } from './item-list.js';
import { matchBrackets } from './match-brackets.js';
import { splitItems, type TokenItem } from './split-items.js';
import type { Token } from './token.js';
import { tokenizeBraces } from './tokenize.js';

/** One property of an object literal. */
export interface Property extends Item {
  readonly kind: 'value' | 'shorthand' | 'method' | 'accessor' | 'spread';
  /** Absent for spreads, computed keys and keys written with escapes: it may be any. */
  readonly key?: string;
  readonly quoted: boolean;
  /** Only for `kind: 'value'`. */
  readonly value?: { readonly start: number; readonly end: number; readonly tokens: readonly Token[] };
}

/** An object literal: its properties in order, exact to the token. */
export type ScannedObject = ItemList<Property>;

/**
 * Reads the object literal that starts with the `{` at `open`.
 *
 * @returns `undefined` when there is none, or when text alone does not tell its properties for sure.
 */
export function scanLiteral(text: string, open: number): ScannedObject | undefined {
  const tokens = text[open] === '{' ? tokenizeBraces(text, open) : undefined;
  const partners = tokens && matchBrackets(tokens);
  if (!partners || partners.get(0) !== tokens.length - 1) return undefined;
  const list = splitItems(tokens, partners, [0, tokens.length - 1], 'properties');
  if (!list) return undefined;
  const items: Property[] = [];
  for (const item of list.items) {
    const property = toProperty(item);
    if (!property) return undefined;
    items.push(property);
  }
  return { ...list, items };
}

function toProperty({ tokens: all, ...item }: TokenItem): Property | undefined {
  const tokens = all.filter((token) => token.kind !== 'comment');
  const first = tokens[0]!;
  if (first.text === '...') return tokens.length > 1 ? { ...item, kind: 'spread', quoted: false } : undefined;
  const { modifiers, keyAt } = skipModifiers(tokens);
  const key = tokens[keyAt]!;
  const afterKey = key.text === '[' ? closeOf(tokens, keyAt) + 1 : keyAt + 1;
  if (afterKey === 0 || (key.kind === 'punctuator' && key.text !== '[')) return undefined;
  const name = key.text === '[' ? computedName(tokens, keyAt, afterKey) : nameOf(key);
  const named = { ...item, quoted: key.kind === 'string', ...(name !== undefined && { key: name }) };
  const next = tokens[afterKey];
  if (!next) return key.kind === 'word' && modifiers.length === 0 ? { ...named, kind: 'shorthand' } : undefined;
  if (next.text === '(' || next.text === '<') {
    return { ...named, kind: modifiers.includes('get') || modifiers.includes('set') ? 'accessor' : 'method' };
  }
  const valueFirst = tokens[afterKey + 1];
  if (next.text !== ':' || modifiers.length > 0 || !valueFirst) return undefined;
  const value = { start: valueFirst.start, end: item.end, tokens: all.slice(all.indexOf(valueFirst)) };
  return { ...named, kind: 'value', value };
}

/** `async`, `get`, `set` and `*` are modifiers only when a key still follows: `{ get: 1 }` and `{ async }` are keys. */
function skipModifiers(tokens: readonly Token[]): { modifiers: readonly string[]; keyAt: number } {
  let keyAt = 0;
  while (
    keyAt + 1 < tokens.length &&
    /^(?:async|get|set|\*)$/.test(tokens[keyAt]!.text) &&
    !/^[:(<=,]$/.test(tokens[keyAt + 1]!.text)
  ) keyAt++;
  return { modifiers: tokens.slice(0, keyAt).map((token) => token.text), keyAt };
}

function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { kind, text } = tokens[index]!;
    if (kind !== 'punctuator') continue;
    if (text === '[') depth++;
    else if (text === ']' && --depth === 0) return index;
  }
  return -1;
}

/** `['cookie']` is as good as `cookie`. */
function computedName(tokens: readonly Token[], open: number, after: number): string | undefined {
  const inner = tokens[open + 1]!;
  return after === open + 3 && inner.kind === 'string' ? nameOf(inner) : undefined;
}

function nameOf(key: Token): string | undefined {
  // Escapes can spell any name; nobody writes them but to hide it.
  if (key.text.includes('\\')) return undefined;
  // In a literal `__proto__: x` sets the prototype, from where any property may come.
  const name = key.kind === 'string' ? key.text.slice(1, -1) : key.kind === 'number' ? String(Number(key.text)) : key.text;
  return name === '__proto__' ? undefined : name;
}
