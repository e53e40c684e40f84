/** The text of a file, by lines as ECMAScript counts them. */
export class SourceLines {
  /** Without byte order mark. */
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text.startsWith('\ufeff') ? text.slice(1) : text;
    this.#starts = [0, ...Array.from(this.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), (found) => found.index + found[0].length)];
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Line `number`, from 1, without its line break; empty when there is no such line. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    return this.text.slice(start, this.#starts[number] ?? this.text.length).replace(/(?:\r\n|[\n\r\u2028\u2029])$/, '');
  }

  /** Offset at which line `number`, from 1, starts; the end of the text behind the last line. */
  startOf(number: number): number {
    return this.#starts[number - 1] ?? this.text.length;
  }

  /** Number, from 1, of the line that holds `offset`. */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}
