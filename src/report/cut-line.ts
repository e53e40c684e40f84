import { toCells, type Cell } from './cells.js';

/** What of the lines of a frame is shown: all its lines are cut alike, so that columns stay below each other. */
export interface Window {
  /** UTF-16 offset from which lines are looked at at all: a minified line is not measured from its start. */
  readonly offset: number;
  /** Display columns, counted from `offset`. */
  readonly from: number;
  readonly to: number;
}

/** Lines longer than this are measured only near the finding. */
const LONG = 2000;
const ELLIPSIS = '…';

/**
 * The window of at most `width` columns that shows the finding at UTF-16 offsets `start`–`end` of `line`, from the
 * line's start when that is enough.
 */
export function windowFor(line: string, start: number, end: number, width: number): Window {
  const offset = line.length > LONG ? safeCut(line, Math.max(0, start - width)) : 0;
  const cells = toCells(line.slice(offset, safeCut(line, offset + LONG)), offset);
  const total = widthOf(cells);
  const [first, last] = [widthOf(cells.filter((cell) => cell.to <= start)), widthOf(cells.filter((cell) => cell.from < end))];
  const whole = offset === 0 && line.length <= LONG && total <= width;
  if (whole || (offset === 0 && last < width)) return { offset, from: 0, to: width };
  // As much of what leads up to the finding as of what follows it; its start is always seen.
  const room = Math.max(0, width - (last - first));
  const from = Math.max(0, Math.min(first - Math.min(first, Math.floor(room / 2)), Math.max(0, total - width)));
  return { offset, from, to: from + width };
}

/** The cells of `line` in the window, with `…` where something is cut off. */
export function cutLine(line: string, window: Window): readonly Cell[] {
  const limit = safeCut(line, window.offset + LONG);
  const cells = toCells(line.slice(Math.min(window.offset, line.length), limit), window.offset);
  const shown: Cell[] = [];
  let column = 0;
  for (const cell of cells) {
    if (column >= window.from && column + cell.width <= window.to) shown.push(cell);
    else if (column < window.from && column + cell.width > window.from) {
      shown.push({ ...cell, text: ' '.repeat(column + cell.width - window.from), width: column + cell.width - window.from });
    }
    column += cell.width;
  }
  const cutLeft = (window.offset > 0 || window.from > 0) && shown.length > 0;
  const cutRight = shown.length > 0 && (column > window.to || limit < line.length);
  return shown.map((cell, index) => ((cutLeft && index === 0) || (cutRight && index === shown.length - 1) ? elided(cell) : cell));
}

function elided(cell: Cell): Cell {
  return { ...cell, text: ELLIPSIS + ' '.repeat(Math.max(0, cell.width - 1)), width: Math.max(1, cell.width) };
}

/** Not between the halves of a surrogate pair. */
function safeCut(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : Math.min(offset, line.length);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
