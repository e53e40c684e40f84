import type { Range } from '../facts/index.js';

/** Not white space, no quote, no part of a tag: inside of a start tag it reads as a name. */
const FILLER = '_';
/** Longer names are no HTML elements. */
const LONGEST_NAME = 24;

/**
 * The page's markup with each template tag replaced by filler of the same length, so that offsets hold.
 *
 * @param tags in order, not overlapping
 */
export function maskTags(text: string, tags: readonly Range[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const [start, next] of tags) {
    const before = text.slice(end, start);
    const filler = FILLER.repeat(next - start);
    // `<input{% if x %} checked{% endif %}>`: the element's name ends here.
    pieces.push(before, /<\/?[a-z][\w:-]*$/i.test(before.slice(-LONGEST_NAME)) ? ` ${filler.slice(1)}` : filler);
    end = next;
  }
  pieces.push(text.slice(end));
  return pieces.join('');
}
