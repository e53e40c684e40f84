import type { FileSummary, FunctionId, FunctionSummary, Value, ValueId } from '../facts/index.js';

/** A value of one file, seen in one calling context. Interned: equal terms are the same object. */
export interface Term {
  readonly file: FileSummary;
  readonly id: ValueId;
  readonly value: Value;
  /** The chain of calls that parameters are read in; absent: any caller. */
  readonly env?: Env;
}

/** A function of one file. */
export interface FunctionRef {
  readonly file: FileSummary;
  readonly fn: FunctionSummary;
}

/** One call of a function: its parameters stand for `args`. */
export interface Env {
  readonly id: number;
  readonly file: FileSummary;
  readonly fn: FunctionId;
  readonly call: CallSite;
  readonly args: readonly (Term | undefined)[];
  readonly depth: number;
  /** The context that the call itself stands in. */
  readonly caller?: Env;
}

/** A call effect somewhere in the linked files. */
export interface CallSite {
  /** The `call` or `new` value. */
  readonly call: Term;
  /** The function whose body it stands in. */
  readonly within: FunctionRef;
  readonly effect: number;
}
