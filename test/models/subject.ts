import type { From } from '../../src/models/library-model.js';

/** One installed generation of a library (and what it is used with), as far as access paths lead into it. */
export interface Subject {
  /** `redis 5`. */
  readonly name: string;
  /** The values that a row may start from: the package, or values that are of a model type. None: this generation has no such thing. */
  start(from: From): readonly unknown[];
  /** Is a value of a model type, by what it can do? */
  isOfType(value: unknown, type: string): boolean;
  /** Calls the function that stands at `name` (`''`: the package itself), so that what it returns can be looked at. */
  call(name: string, callee: Callable, receiver: unknown): unknown;
  /** Makes an instance. */
  construct(name: string, constructor: Constructor): unknown;
  /** Makes the library call a function that stands at argument `index` (or at any) of `name`, and says with what. */
  parametersOf?(name: string, receiver: unknown, index: number): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export type Callable = (...values: unknown[]) => unknown;
export type Constructor = new (...values: unknown[]) => unknown;
