import type { Token } from './token.js';

/** What can stand between `<` and `>` of type arguments, brackets aside. `:` and `?` only come with conditional types. */
const TYPE_PUNCTUATORS = new Set(['.', ',', '|', '&', '=>', '-', '<', '>']);

/**
 * Index of the `>` that closes type arguments opened by the `<` at `open`; `undefined` when `<` is a comparison.
 * Decides as TypeScript does: `f(a < b, c > (d))` has one argument, `f(a < b, c > d)` two.
 *
 * @returns `'unclear'` when it has commas and what follows allows both readings.
 */
export function typeArgumentsEnd(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  open: number,
): number | 'unclear' | undefined {
  let depth = 0;
  let commas = false;
  for (let index = open; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'regexp') return undefined;
    if (token.kind !== 'punctuator') continue;
    const partner = partners.get(index);
    if (partner !== undefined) {
      if (partner < index) return undefined;
      index = partner;
    } else if (token.text === '<') depth++;
    else if (token.text === '>') {
      if (--depth === 0) return decide(tokens, index, commas);
    } else if (!TYPE_PUNCTUATORS.has(token.text)) return token.text === '?' && commas ? 'unclear' : undefined;
    else if (token.text === ',') commas = true;
  }
  return undefined;
}

function decide(tokens: readonly Token[], close: number, commas: boolean): number | 'unclear' | undefined {
  const after = tokens.slice(close + 1).find((token) => token.kind !== 'comment');
  if (!commas || !after || after.kind === 'template') return close;
  // `x as Map<a, b>[]`, `f(): Map<a, b> {`: types; but `x < a, b > [c]` and `x < a, b > { … }` are expressions too.
  if (after.text === '[' || after.text === '{') return 'unclear';
  if (after.kind === 'punctuator') return /^[+\-<>~!/]$|^(?:\+\+|--)$/.test(after.text) ? undefined : close;
  return /^(?:as|satisfies|in|instanceof|of)$/.test(after.text) ? close : undefined;
}
