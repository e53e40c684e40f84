import { displayWidth, graphemesOf } from './display-width.js';
import { visible } from './escape.js';

/** A piece of a source line that is printed as one: a character, an expanded tab, an escaped control character. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offsets in the line. */
  readonly from: number;
  readonly to: number;
}

const TAB = 2;

/** A source line as a terminal shows it: tabs expanded, control characters visible. `base` is the offset of `line` in the whole line. */
export function toCells(line: string, base = 0): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { text, at, width } of graphemesOf(line)) {
    const shown = text === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(text);
    const cell = { text: shown, width: shown === text ? width : displayWidth(shown), from: base + at, to: base + at + text.length };
    cells.push(cell);
    column += cell.width;
  }
  return cells;
}

/** Display column of the UTF-16 offset `offset`; behind the last cell, one column for each unit. */
export function columnOf(cells: readonly Cell[], offset: number): number {
  let column = 0;
  for (const cell of cells) {
    if (offset < cell.to) return column;
    column += cell.width;
  }
  return column;
}
