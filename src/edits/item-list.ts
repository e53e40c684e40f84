import type { Token } from './token.js';

/** Something between two commas, without comments around it. */
export interface Item {
  readonly start: number;
  readonly end: number;
  /** Offset of the comma behind it. */
  readonly comma?: number;
}

/** A comma-separated list in brackets: properties, arguments, import specifiers. */
export interface ItemList<T extends Item = Item> {
  /** Offset behind the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  readonly items: readonly T[];
  /** Comments between the items, not those inside them. */
  readonly comments: readonly Token[];
}
