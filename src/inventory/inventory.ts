import type { Memory, Place } from '../facts/index.js';

/** A place as people name it: POSIX path below the scanned folder, line from 1. */
export interface InventoryPlace {
  readonly path: string;
  readonly line: number;
}

/** One key of session memory, and what the code does with it. */
export interface InventoryEntry {
  /** As the code writes it: `journey.email`, `` session:${user.id} ``. `*` stands for what is not known. */
  readonly key: string;
  /** How long it is kept, in words: `30 minutes`, `for ever`, `until the browser is closed`. Absent: not known. */
  readonly kept?: string;
  /** What is known to be put there: `the whole record of User.findById`, `a number`. Absent: nothing is known. */
  readonly holds?: string;
  /** What makes it sensitive: `password`, `card number`. */
  readonly sensitive?: string;
  readonly written: readonly InventoryPlace[];
  readonly read: readonly InventoryPlace[];
  readonly cleared: readonly InventoryPlace[];
}

/** All keys of one kind of memory. */
export interface InventorySection {
  readonly memory: Memory;
  /** How sessions of it are set up: library, store and end. */
  readonly setUps: readonly InventorySetUp[];
  /** Where all of it is cleared at once: `req.session.destroy()`. */
  readonly clearedWhole: readonly InventoryPlace[];
  readonly entries: readonly InventoryEntry[];
}

/** A library that keeps sessions, as it is set up. */
export interface InventorySetUp {
  readonly library: string;
  /** The store behind it; absent: not known, or a place of the library's own. */
  readonly store?: string;
  readonly kept?: string;
  readonly at: InventoryPlace;
}

/** What a project keeps for its sessions. Sorted, so that two inventories can be compared line by line. */
export interface Inventory {
  readonly sections: readonly InventorySection[];
}

/** Turns places of facts into paths and lines. */
export type Locate = (place: Place) => InventoryPlace;
