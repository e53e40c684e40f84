import type { Range } from '../facts/index.js';
import type { Severity } from '../rule.js';

/** A span as people and editors count: lines and columns from 1, columns in UTF-16 code units, end exclusive. */
export interface Span {
  /** POSIX path relative to the scanned folder. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Another place that belongs to a finding: "captured here". */
export interface RelatedSpan extends Span {
  readonly message: string;
  /** It runs before the finding's place, on the way to it. */
  readonly earlier?: true;
}

/** A change that a person may choose. */
export interface FindingSuggestion {
  readonly message: string;
  /** Sorted and without overlaps within a file; ranges are UTF-16 offsets, a byte order mark not counted. */
  readonly edits: readonly { readonly path: string; readonly range: Range; readonly text: string }[];
}

/** One problem, ready to be shown. */
export interface Finding extends Span {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** The same for the same problem after code was moved or reformatted. */
  readonly fingerprint: string;
  readonly related: readonly RelatedSpan[];
  /** The safest first. */
  readonly suggestions: readonly FindingSuggestion[];
}
