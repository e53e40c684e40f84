import type { Range } from '../facts/index.js';

/** The text with spaces for everything but some ranges, in order; line ends are kept, so that offsets and lines hold. */
export function keepOnly(text: string, ranges: readonly Range[]): string {
  let masked = '';
  let end = 0;
  for (const [start, next] of ranges) {
    masked += blank(text.slice(end, start)) + text.slice(start, next);
    end = next;
  }
  return masked + blank(text.slice(end));
}

/** A space for each code unit, so that an emoji leaves two. */
function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, ' ');
}
