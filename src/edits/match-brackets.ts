import type { Token } from './token.js';

const CLOSES = new Map([['(', ')'], ['[', ']'], ['{', '}']]);

/** For each index of an opening or closing bracket in `tokens`, the index of its partner; `undefined` where they do not pair. */
export function matchBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> | undefined {
  const partners = new Map<number, number>();
  const open: { index: number; closes: string }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'punctuator') continue;
    const closes = CLOSES.get(token.text);
    if (closes !== undefined) open.push({ index, closes });
    else if (token.text === ')' || token.text === ']' || token.text === '}') {
      const last = open.pop();
      if (last?.closes !== token.text) return undefined;
      partners.set(last.index, index).set(index, last.index);
    }
  }
  return open.length === 0 ? partners : undefined;
}
