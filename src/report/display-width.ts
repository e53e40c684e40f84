/** East Asian wide and fullwidth code points, as ranges (Unicode Standard Annex 11). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x2329, 0x232a], [0x2e80, 0x303e], [0x3041, 0x4dbf], [0x4e00, 0xa4cf], [0xa960, 0xa97c],
  [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe10, 0xfe19], [0xfe30, 0xfe6f], [0xff01, 0xff60], [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08], [0x1aff0, 0x1b2fb], [0x1f200, 0x1f265], [0x20000, 0x3fffd],
];
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[0-9#*]\ufe0f\u20e3/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const ASCII = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that `text` takes in a terminal: 2 for 漢 and 😀, 0 for combining marks. Without tabs and control characters. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** User-perceived characters of `text`, each with its offset. */
export function* graphemesOf(text: string): Generator<{ readonly text: string; readonly at: number; readonly width: number }> {
  for (const { segment, index } of graphemes.segment(text)) yield { text: segment, at: index, width: graphemeWidth(segment) };
}

function graphemeWidth(grapheme: string): number {
  if (ASCII.test(grapheme)) return grapheme.length;
  if (EMOJI.test(grapheme)) return 2;
  if (NO_WIDTH.test(grapheme)) return 0;
  const code = grapheme.codePointAt(0)!;
  return WIDE.some(([first, last]) => first <= code && code <= last) ? 2 : 1;
}
