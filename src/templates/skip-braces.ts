import { codeMark } from './code-mark.js';

/**
 * Behind the `}` that ends the `{` at an offset, strings and comments of the JavaScript between them left aside;
 * -1 when none does.
 */
export function skipBraces(text: string, offset: number): number {
  let depth = 0;
  for (let found = codeMark(text, offset); found; found = codeMark(text, found.end)) {
    if (found.mark === '{') depth++;
    else if (found.mark === '}' && --depth === 0) return found.end;
  }
  return -1;
}
