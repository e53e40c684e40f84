import type { Range, Style } from '../facts/index.js';
import { replaceCode } from './replace-code.js';
import type { TextEdit } from './text-edit.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/**
 * What is stored at `range`, by an assignment or by a call, is cut down to the properties `names`:
 * `session.user = user` → `session.user = { id: user.id }`.
 *
 * @returns `undefined` where no plain name stands for what is stored: `session.user = await load()`
 */
export function pickProperties(text: string, range: Range, { names, style }: { readonly names: readonly string[]; readonly style: Style }): readonly TextEdit[] | undefined {
  const tokens = tokenize(text, ...range);
  const stored = tokens && storedName(tokens.filter(({ kind }) => kind !== 'comment'));
  if (!stored || names.length === 0) return undefined;
  const source = text.slice(...stored);
  return replaceCode(text, stored, `{ ${names.map((name) => `${name}: ${source}.${name}`).join(', ')} }`, style);
}

/** Where the name stands: behind `=`, or as the last argument, itself or inside `JSON.stringify(…)`. */
function storedName(tokens: readonly Token[]): Range | undefined {
  const end = tokens.at(-1)?.text === ';' ? tokens.length - 1 : tokens.length;
  const closing = tokens.slice(0, end).reverse().findIndex(({ text }) => text !== ')');
  const last = end - 1 - Math.max(closing, 0);
  let first = last;
  while (tokens[first - 1]?.text === '.' && tokens[first - 2]?.kind === 'word') first -= 2;
  const [from, to, before] = [tokens[first], tokens[last], tokens[first - 1]];
  if (from?.kind !== 'word' || to?.kind !== 'word' || before === undefined || from.text === 'this') return undefined;
  const isAssignment = tokens.some(({ text }) => text === '=');
  const isText = before.text === '(' && tokens[first - 2]?.text === 'stringify';
  const isWhole = isAssignment ? closing === 0 && before.text === '=' : closing === 1 && /^[,(]$/.test(before.text) && !isText;
  return isWhole || (isText && closing === (isAssignment ? 1 : 2)) ? [from.start, to.end] : undefined;
}
