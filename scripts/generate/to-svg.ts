import { displayWidth } from '../../src/report/display-width.js';
import { readTerminalText, type TerminalSpan } from './read-terminal-text.js';

/** Pixels. A cell is as wide as the characters of common monospaced fonts at this size. */
const FONT_SIZE = 14;
const CELL = 8.4;
const LINE = 19;
const MARGIN = 20;
const BAR = 34;

const BACKGROUND = '#0d1117';
const TEXT = '#e6edf3';
const FAINT = '#8b949e';
const COLOURS: ReadonlyMap<number, string> = new Map([
  [31, '#ff7b72'],
  [32, '#7ee787'],
  [33, '#e3b341'],
  [34, '#79c0ff'],
  [36, '#76e3ea'],
]);

/**
 * Terminal output as a picture of a terminal. The same text gives the same bytes.
 *
 * @param title what the picture shows, for those who do not see it.
 */
export function toSvg(text: string, title: string): string {
  const lines = readTerminalText(text.trimEnd());
  const columns = Math.max(...lines.map((spans) => spans.reduce((sum, span) => sum + displayWidth(span.text), 0)));
  const width = Math.ceil(columns * CELL + 2 * MARGIN);
  const height = BAR + lines.length * LINE + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map((fill, index) => `<circle cx="${MARGIN + 2 + index * 18}" cy="18" r="5.5" fill="${fill}"/>`),
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="${FONT_SIZE}" fill="${TEXT}">`,
    ...lines.flatMap((spans, index) => toTexts(spans, BAR + index * LINE + FONT_SIZE)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Each span stands at its own column and is stretched to its cells, so that columns line up in any font. */
function toTexts(spans: readonly TerminalSpan[], y: number): string[] {
  const texts: string[] = [];
  let column = 0;
  for (const { text, styles } of spans) {
    const width = displayWidth(text);
    const indent = text.length - text.trimStart().length;
    const shown = text.trim();
    if (shown !== '') {
      const x = round(MARGIN + (column + indent) * CELL);
      const length = round(displayWidth(shown) * CELL);
      texts.push(`<text x="${x}" y="${y}" textLength="${length}" xml:space="preserve"${toAttributes(styles)}>${escape(shown)}</text>`);
    }
    column += width;
  }
  return texts;
}

function toAttributes(styles: ReadonlySet<number>): string {
  const colour = [...styles].map((code) => COLOURS.get(code)).find((fill) => fill !== undefined) ?? (styles.has(2) ? FAINT : undefined);
  return `${colour === undefined ? '' : ` fill="${colour}"`}${styles.has(1) ? ' font-weight="bold"' : ''}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
