import type { Item, ItemList } from './item-list.js';
import type { Language } from './language.js';
import type { Token } from './token.js';
import { typeArgumentsEnd } from './type-arguments-end.js';

/** An {@link Item} with the tokens that it is made of, comments inside included. */
export interface TokenItem extends Item {
  readonly tokens: readonly Token[];
}

/**
 * Splits what stands between `tokens[open]` and `tokens[close]` at the commas of that level. A comma in type
 * arguments (`new Map<string, Session>()`) is none.
 *
 * @param among properties, or arguments in code of that language
 * @returns `undefined` for holes and where `<` cannot be told from a comparison.
 */
export function splitItems(
  tokens: readonly Token[],
  partners: ReadonlyMap<number, number>,
  [open, close]: readonly [number, number],
  among: 'properties' | Language,
): ItemList<TokenItem> | undefined {
  const items: TokenItem[] = [];
  const comments: Token[] = [];
  let current: Token[] = [];
  const finish = (comma: Token | undefined): boolean => {
    const from = current.findIndex((token) => token.kind !== 'comment');
    const to = current.findLastIndex((token) => token.kind !== 'comment');
    const own = from === -1 ? [] : current.slice(from, to + 1);
    comments.push(...current.filter((token) => token.kind === 'comment' && !own.includes(token)));
    current = [];
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return comma === undefined;
    items.push({ start: first.start, end: last.end, tokens: own, ...(comma && { comma: comma.start }) });
    return true;
  };
  for (let index = open + 1; index < close; index++) {
    const token = tokens[index]!;
    if (token.text === ',' && token.kind === 'punctuator') {
      if (!finish(token)) return undefined;
      continue;
    }
    let last = partners.get(index) ?? index;
    if (token.text === '<' && among !== 'js') {
      const end = typeArgumentsEnd(tokens, partners, index, among === 'properties' ? among : 'arguments');
      if (end === 'unclear' || (end !== undefined && among === 'unsure' && hasComma(tokens, index, end))) return undefined;
      last = end ?? index;
    }
    current.push(...tokens.slice(index, last + 1));
    index = last;
  }
  const openToken = tokens[open]!;
  const closeToken = tokens[close]!;
  return finish(undefined) ? { open: openToken.end, close: closeToken.start, items, comments } : undefined;
}

function hasComma(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.text === ',');
}
