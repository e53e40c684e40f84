/** A run of characters that look alike. */
export interface TerminalSpan {
  readonly text: string;
  /** SGR parameters that are in force: 1 bold, 2 faint, 31 red … */
  readonly styles: ReadonlySet<number>;
}

/** Select Graphic Rendition, the only control sequence that reports use. */
const SEQUENCE = /\u001b\[([\d;]*)m/g;

/** What a closing code ends: 22 ends bold and faint, 39 every colour of the text. */
const ENDED_BY: ReadonlyMap<number, readonly number[]> = new Map([
  [22, [1, 2]],
  [23, [3]],
  [24, [4]],
  [39, [30, 31, 32, 33, 34, 35, 36, 37, 90]],
]);

/** Terminal output as lines of spans. */
export function readTerminalText(text: string): TerminalSpan[][] {
  const lines: TerminalSpan[][] = [[]];
  const styles = new Set<number>();
  let at = 0;
  const push = (plain: string): void => {
    for (const [index, part] of plain.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)!.push({ text: part, styles: new Set(styles) });
    }
  };
  for (const sequence of text.matchAll(SEQUENCE)) {
    push(text.slice(at, sequence.index));
    at = sequence.index + sequence[0].length;
    for (const code of (sequence[1] || '0').split(';').map(Number)) change(styles, code);
  }
  push(text.slice(at));
  return lines;
}

function change(styles: Set<number>, code: number): void {
  if (code === 0) styles.clear();
  else if (ENDED_BY.has(code)) for (const ended of ENDED_BY.get(code)!) styles.delete(ended);
  else styles.add(code);
}
