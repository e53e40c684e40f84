import { columnOf, toCells } from './cells.js';
import type { Colors } from './colors.js';
import { cutLine, windowFor, type Window } from './cut-line.js';
import type { Span } from './finding.js';
import type { SourceLines } from './source-lines.js';

export interface FrameOptions {
  readonly colors: Colors;
  /** Paints the underline. */
  readonly mark: (text: string) => string;
  readonly underline: string;
  /** Lines shown before and after. */
  readonly context: number;
  /** Columns that a line may take, gutter included. */
  readonly width: number;
}

/** Lines of a finding that are shown when it spans many. */
const SPANNED = 4;
/** The longest excerpt of a line, however wide the terminal is. */
const LONGEST = 200;
const SHORTEST = 20;

/** The lines around `span` with line numbers and the span underlined. No lines when the place is not in the source. */
export function codeFrame(source: SourceLines, span: Span, options: FrameOptions): readonly string[] {
  if (span.line < 1 || span.line > source.count) return [];
  const frame = new Frame(source, span, options);
  return frame.lines();
}

class Frame {
  readonly #source: SourceLines;
  readonly #options: FrameOptions;
  readonly #start: { readonly line: number; readonly offset: number };
  readonly #end: { readonly line: number; readonly offset: number };
  readonly #window: Window;
  readonly #digits: number;

  constructor(source: SourceLines, span: Span, options: FrameOptions) {
    this.#source = source;
    this.#options = options;
    const length = source.line(span.line).length;
    this.#start = { line: span.line, offset: Math.min(Math.max(0, span.column - 1), length) };
    // A span that ends at the very start of a line does not show that line.
    const endsAtStart = span.endLine > span.line && span.endColumn <= 1;
    const endLine = Math.min(Math.max(span.line, span.endLine - (endsAtStart ? 1 : 0)), source.count);
    const endOffset = endsAtStart ? source.line(endLine).length : span.endColumn - 1;
    this.#end = { line: endLine, offset: endLine === span.line ? Math.max(endOffset, this.#start.offset) : endOffset };
    this.#digits = String(Math.min(source.count, endLine + options.context)).length;
    const room = Math.max(SHORTEST, Math.min(LONGEST, options.width - this.#digits - 5));
    const endOnLine = endLine === span.line ? this.#end.offset : length;
    this.#window = windowFor(source.line(span.line), this.#start.offset, endOnLine, room);
  }

  lines(): readonly string[] {
    const { context } = this.#options;
    const first = this.#firstFilled(this.#start.line - context, this.#start.line);
    const last = this.#lastFilled(this.#end.line + context, this.#end.line);
    const lines: string[] = [];
    const elided = [this.#start.line + SPANNED - 1, this.#end.line - 1] as const;
    for (let number = first; number <= last; number++) {
      const elide = elided[0] < elided[1] && elided[0] <= number && number <= elided[1];
      if (!elide) lines.push(this.#codeLine(number));
      else if (number === elided[0]) lines.push(this.#options.colors.faint(`  ${'⋮'.padStart(this.#digits)} │`));
      if (number === this.#start.line) lines.push(this.#underline());
    }
    return lines;
  }

  /** Blank lines at the edge of a frame say nothing. */
  #firstFilled(from: number, to: number): number {
    let number = Math.max(1, from);
    while (number < to && this.#source.line(number).trim() === '') number++;
    return number;
  }

  #lastFilled(from: number, to: number): number {
    let number = Math.min(this.#source.count, from);
    while (number > to && this.#source.line(number).trim() === '') number--;
    return number;
  }

  #codeLine(number: number): string {
    const { colors, mark } = this.#options;
    const isMarked = number >= this.#start.line && number <= this.#end.line;
    // What stands around is shown from its start: beside a finding far to the right nothing of it would be left.
    const window = number === this.#start.line ? this.#window : { offset: 0, from: 0, to: this.#window.to - this.#window.from };
    const text = cutLine(this.#source.line(number), window).map((cell) => cell.text).join('').trimEnd();
    const digits = String(number).padStart(this.#digits);
    const gutter = isMarked ? `${mark('❯')} ${colors.strong(digits)} ${colors.faint('│')}` : colors.faint(`  ${digits} │`);
    return text === '' ? gutter : `${gutter} ${isMarked ? text : colors.faint(text)}`;
  }

  #underline(): string {
    const line = this.#source.line(this.#start.line);
    const cells = cutLine(line, this.#window);
    const end = this.#end.line === this.#start.line ? this.#end.offset : line.trimEnd().length;
    const from = columnOf(cells, this.#start.offset);
    // A span may end within a character that is one on the screen: then it is underlined whole.
    const last = cells.findLast((cell) => cell.from < end);
    const to = last ? columnOf(cells, last.to) : from;
    const gutter = this.#options.colors.faint(`  ${' '.repeat(this.#digits)} │`);
    return `${gutter} ${' '.repeat(from)}${this.#options.mark(this.#options.underline.repeat(Math.max(1, to - from)))}`;
  }
}

/** A single source line as it is printed elsewhere, at most `width` columns of it. */
export function printedLine(line: string, width: number): string {
  const cells = cutLine(line, { offset: 0, from: 0, to: Math.max(SHORTEST, Math.min(LONGEST, width)) });
  return (cells.length > 0 ? cells : toCells('')).map((cell) => cell.text).join('').trimEnd();
}
