/**
 * A half-open span of a file in UTF-16 code units. A byte order mark is not counted.
 * In single-file components (`.vue`, `.svelte`, `.astro`) the span is one of the *file*, not of the script block.
 */
export type Range = readonly [start: number, end: number];

/** A range in a named file. `file` is the POSIX path as the host named it (the scanner: relative to the scanned root). */
export interface Place {
  readonly file: string;
  readonly range: Range;
}
