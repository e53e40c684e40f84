import { visible } from '../escape.js';

/** Does nothing but keep GitHub from reading on: `@name`, `#12`, `:key:` and addresses stay text. */
const BREAK = '&#8203;';

/**
 * A message as Markdown: what stands between backticks is code, all else is text in which nothing is markup, a link, a
 * mention, an emoji or an issue, whatever source code it quotes. It stays on one line and may begin one.
 */
export function toMarkdownText(message: string): string {
  return inPieces(message, escapeText, toCodeSpan).replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A message inside of HTML, such as a `<summary>`, where Markdown is not read. */
export function toHtmlText(message: string): string {
  return inPieces(message, (text) => withoutReferences(escapeHtml(text)), (code) => `<code>${escapeHtml(code)}</code>`);
}

/** Code that may itself have backticks. Empty code is a space. */
export function toCodeSpan(code: string): string {
  const text = oneLine(code);
  const fence = '`'.repeat(longestTicks(text) + 1);
  const pad = /^[` ]|[` ]$/.test(text) || text === '' ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/**
 * A path as the text of a link. Readers differ in what ends a link when there are brackets, ticks or backslashes in it;
 * in such a path all signs become entities, which no reader takes for markup.
 */
export function toLabel(path: string): string {
  const text = oneLine(path);
  return /[`[\]\\]/.test(text) ? text.replace(/[!-,;-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`) : toCodeSpan(text);
}

/** Lines of code in a block that none of them can close. */
export function toCodeBlock(lines: readonly string[], language: string): readonly string[] {
  const safe = lines.map(visible);
  const fence = '`'.repeat(Math.max(3, longestTicks(safe.join('\n')) + 1));
  return [`${fence}${language}`, ...safe, fence];
}

function inPieces(message: string, text: (piece: string) => string, code: (piece: string) => string): string {
  return oneLine(message).split(/(`[^`]+`)/).map((piece) => (/^`[^`]+`$/.test(piece) ? code(piece.slice(1, -1)) : text(piece))).join('');
}

function escapeText(text: string): string {
  const escaped = text.replace(/[\\`*_[\]|~]/g, '\\$&').replace(/#(?!\d)/g, '\\#').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return withoutReferences(escaped);
}

function escapeHtml(text: string): string {
  const entities = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;']]);
  return text.replace(/[&<>"']/g, (char) => entities.get(char) ?? char);
}

/** GitHub looks for these in the text of a page, where no backslash helps. */
function withoutReferences(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, `@${BREAK}`)
    .replace(/(?<!&)#(?=\d)/g, `#${BREAK}`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${BREAK}`)
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}${BREAK}.`)
    .replaceAll('$', '&#36;');
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).trim();
}

function longestTicks(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
}
