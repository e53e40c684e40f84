import type { Token } from './token.js';

/** What can stand between `<` and `>` of type arguments, brackets aside, and `?` with its `:` in conditional types. */
const TYPE_PUNCTUATORS = new Set(['.', ',', '|', '&', '=>', '-', '<', '>']);

/**
 * Index of the `>` that closes type arguments opened by the `<` at `open`; `undefined` when `<` is a comparison.
 *
 * Only commas matter. Among properties `a: b < c, d > e` cannot be comparisons, as `d > e` is no property. Among
 * arguments it is as TypeScript decides: `f(a < b, c > (d))` has one, `f(a < b, c > d)` two.
 *
 * @returns `'unclear'` when it has commas and what follows allows both readings
 */
export function typeArgumentsEnd(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  open: number,
  among: 'properties' | 'arguments',
): number | 'unclear' | undefined {
  let depth = 0;
  let commas = false;
  let conditional = false;
  let colons = 0;
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
      if (--depth > 0) continue;
      if (commas && conditional) return 'unclear';
      return among === 'properties' || !commas ? index : decide(tokens, index);
    } else if (token.text === '?') {
      conditional = true;
      colons++;
    } else if (token.text === ':') {
      if (--colons < 0) return undefined;
    } else if (!TYPE_PUNCTUATORS.has(token.text)) return undefined;
    else if (token.text === ',') commas = true;
  }
  return undefined;
}

function decide(tokens: readonly Token[], close: number): number | 'unclear' | undefined {
  const after = tokens.slice(close + 1).find((token) => token.kind !== 'comment');
  if (!after || after.kind === 'template') return close;
  // `x as Map<a, b>[]`, `f(): Map<a, b> {`: types; but `x < a, b > [c]` and `x < a, b > { … }` are expressions too.
  if (after.text === '[' || after.text === '{') return 'unclear';
  if (after.kind === 'punctuator') return /^[+\-<>~!/]$|^(?:\+\+|--)$/.test(after.text) ? undefined : close;
  return /^(?:as|satisfies|in|instanceof|of)$/.test(after.text) ? close : undefined;
}
