import type { Finding } from './finding.js';

/** A file that has no findings because it was not analysed. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** What was done. Further measures may be added by name. */
export interface ScanStats {
  /** Files that discovery found, policy aside. */
  readonly filesSeen: number;
  /** Of these, files whose text was read. */
  readonly filesRead: number;
  /** Of these, files that could matter and were parsed. */
  readonly filesParsed: number;
  /** Parsed files that have syntax errors. */
  readonly syntaxErrors: number;
  /** Wall time in milliseconds. */
  readonly ms: number;
  readonly [measure: string]: number;
}

/** The outcome of one scan. */
export interface ScanReport {
  readonly findings: readonly Finding[];
  /** Left out by policy: minified, generated, too large. */
  readonly skipped: readonly LeftOut[];
  /** Could not be read or analysed. */
  readonly failed: readonly LeftOut[];
  /** Remarks for the person who runs it: a broken tsconfig, an unused disable comment. */
  readonly notes: readonly string[];
  readonly stats: ScanStats;
}
