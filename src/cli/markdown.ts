import type { Paint } from './paint.js';

/**
 * Our own Markdown pages for a terminal: headings, paragraphs, lists, code blocks and tables. Not a general renderer.
 *
 * @param width columns that paragraphs are wrapped to
 */
export function renderMarkdown(markdown: string, paint: Paint, width: number): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let inCode = false;
  const flush = (): void => {
    if (paragraph.length > 0) out.push(...wrapItem(paragraph.join(' '), width).map((line) => inline(line, paint)));
    paragraph = [];
  };
  for (const line of markdown.replace(/<!--[^]*?-->\n?/g, '').split(/\r?\n/)) {
    if (line.trimStart().startsWith('```')) {
      flush();
      inCode = !inCode;
    } else if (inCode) out.push(paint('cyan', `    ${line}`).trimEnd());
    else if (/^(?:#{1,6}\s|\||>|\s*(?:[-*]|\d+\.)\s|\s*$)/.test(line)) {
      flush();
      if (/^\s*(?:[-*]|\d+\.)\s/.test(line)) paragraph.push(line.replace(/^(\s*)[-*](\s)/, '$1•$2'));
      else out.push(block(line, paint));
    } else paragraph.push(line.trim());
  }
  flush();
  return `${out.join('\n').replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

function block(line: string, paint: Paint): string {
  const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
  if (heading !== undefined) return paint('bold', heading.replaceAll('`', ''));
  const quote = /^>\s?(.*)$/.exec(line)?.[1];
  return quote === undefined ? inline(line, paint) : paint('italic', quote);
}

function inline(text: string, paint: Paint): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => paint('cyan', code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint('bold', strong))
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, url: string) => (/^https?:/.test(url) ? `${label} (${url})` : label));
}

/** Wraps by words; the further lines of a list item stand under its text. */
function wrapItem(text: string, width: number): readonly string[] {
  const lead = /^\s*(?:•|\d+\.)\s+/.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = lead;
  for (const word of text.slice(lead.length).split(/\s+/)) {
    if (line.trim() !== lead.trim() && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(lead.length) + word;
    } else line += line === lead || line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
