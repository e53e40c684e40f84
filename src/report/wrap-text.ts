import { displayWidth } from './display-width.js';

/** A word; short code in backticks is one, so that `maxAge: 30` is not torn apart. */
const WORDS = /(?:`[^`\n]{1,40}`|[^\s`]|`)+/g;

/** Breaks `text` at spaces so that no line is wider than `width` columns, words that are longer aside. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const words = (text.match(WORDS) ?? []).flatMap((word) => (displayWidth(word) > width ? word.split(' ') : [word]));
  for (const word of words) {
    const wide = displayWidth(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    used += (used === 0 ? 0 : 1) + wide;
  }
  return line === '' ? lines : [...lines, line];
}
