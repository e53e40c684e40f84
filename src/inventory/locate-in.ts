import { spanOf } from '../check/position.js';
import type { FileSummary } from '../facts/index.js';
import type { Locate } from './inventory.js';

/** Turns places into paths and lines of the files that were read. */
export function locateIn(summaries: ReadonlyMap<string, FileSummary>): Locate {
  return ({ file, range }) => {
    const summary = summaries.get(file);
    return { path: file, line: summary === undefined ? 1 : spanOf(summary, range).line };
  };
}
