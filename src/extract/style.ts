import type { Style } from '../facts/index.js';

/** Counts how a file is written while it is walked. */
export class StyleCount {
  #single = 0;
  #double = 0;
  #semicolons = 0;
  #bare = 0;

  string(text: string, start: number): void {
    const quote = text[start];
    if (quote === "'") this.#single += 1;
    else if (quote === '"') this.#double += 1;
  }

  statement(text: string, end: number): void {
    if (text[end - 1] === ';') this.#semicolons += 1;
    else this.#bare += 1;
  }

  /** Ties and empty files are written with single quotes, semicolons and two spaces. */
  result(text: string, lines: readonly number[]): Style {
    return {
      quote: this.#double > this.#single ? '"' : "'",
      semicolons: this.#semicolons >= this.#bare,
      indent: indentOf(text, lines),
      eol: isWindows(text, lines) ? '\r\n' : '\n',
    };
  }
}

function isWindows(text: string, lines: readonly number[]): boolean {
  let windows = 0;
  for (const start of lines) if (text[start - 1] === '\n' && text[start - 2] === '\r') windows += 1;
  return windows * 2 > lines.length - 1;
}

/** One level: a tab if most indented lines begin with one, else the most common growth from line to line. */
function indentOf(text: string, lines: readonly number[]): string {
  const growths = new Map<number, number>();
  let tabs = 0;
  let spaced = 0;
  let previous = 0;
  for (const start of lines) {
    let end = start;
    while (text[end] === ' ' || text[end] === '\t') end += 1;
    const first = text[end];
    if (first === undefined || first === '\n' || first === '\r' || first === '*') continue;
    if (text[start] === '\t') tabs += 1;
    else if (end > start) spaced += 1;
    const growth = end - start - previous;
    if (growth > 1 && growth <= 8) growths.set(growth, (growths.get(growth) ?? 0) + 1);
    previous = end - start;
  }
  if (tabs > spaced) return '\t';
  let best = 2;
  for (const [growth, count] of growths) if (count > (growths.get(best) ?? 0)) best = growth;
  return ' '.repeat(best);
}
