import type { Range } from '../facts/index.js';

/** Replace the text at `range` (UTF-16 offsets, byte order mark not counted) by `text`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}
