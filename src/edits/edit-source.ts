import type { FileSummary, Style } from '../facts/index.js';

/** The file that edits are made for. */
export interface EditSource {
  /** As places name it. */
  readonly file: string;
  /** Without byte order mark, as ranges count. */
  readonly text: string;
  readonly style: Style;
  readonly anchors: FileSummary['anchors'];
}
