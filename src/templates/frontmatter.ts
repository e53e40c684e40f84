import type { Range } from '../facts/index.js';
import { codeMark } from './code-mark.js';

const FENCE = '---';

/** The code between the two fences of an Astro file. Before the first there may be space and comments. */
export function frontmatter(text: string): Range | undefined {
  const start = openingFence(text);
  if (start === undefined) return undefined;
  let found = codeMark(text, start);
  while (found && found.mark !== FENCE) found = codeMark(text, found.end);
  return found && [start, found.start];
}

function openingFence(text: string): number | undefined {
  let at = behindSpace(text, 0);
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return undefined;
    at = behindSpace(text, end + 3);
  }
  return text.startsWith(FENCE, at) ? at + FENCE.length : undefined;
}

function behindSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}
