import type { Range, Style } from '../facts/index.js';
import { insertItem } from './insert-item.js';
import type { Language } from './language.js';
import { matchBrackets } from './match-brackets.js';
import { splitItems } from './split-items.js';
import type { TextEdit } from './text-edit.js';
import { tokenize } from './tokenize.js';

/**
 * Adds `code` (one argument, or several: `'EX', 1800`) to the call or `new` at `range` so that it starts at `index`;
 * arguments from there on move back.
 *
 * @returns `undefined` when there are fewer arguments than `index`, when a spread before it hides how many there are,
 * or when the call cannot be read for sure.
 */
export function addArgument(
  text: string,
  range: Range,
  { index, code, style, language }: { readonly index: number; readonly code: string; readonly style: Style; readonly language: Language },
): readonly TextEdit[] | undefined {
  const all = tokenize(text, ...range);
  const partners = all && matchBrackets(all);
  const close = all?.length ? all.length - 1 : -1;
  if (!partners || all.at(-1)?.end !== range[1]) return undefined;
  const open = all[close]?.text === ')' ? partners.get(close)! : -1;
  const callee = all.slice(0, Math.max(open, 0)).filter((token) => token.kind !== 'comment');
  if (open === -1) {
    // `new Store` has no parentheses yet.
    const isBareNew = all[0]?.text === 'new' && all.length > 1 && index === 0 && all[close]?.kind === 'word';
    return isBareNew ? [{ range: [range[1], range[1]], text: `(${code})` }] : undefined;
  }
  // `new (pick())` calls without arguments what the parentheses give; `(a)` is no call.
  const last = callee.at(-1);
  if (!last || (last.text === 'new' && callee.at(-2)?.text !== '.')) return undefined;
  const list = splitItems(all, partners, [open, close], language);
  if (!list || index > list.items.length || index < 0) return undefined;
  if (list.items.slice(0, index).some((item) => item.tokens[0]?.text === '...')) return undefined;
  return insertItem(text, list, index, code, style);
}
