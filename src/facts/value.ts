import type { Range } from './place.js';

declare const valueBrand: unique symbol;
declare const functionBrand: unique symbol;

/**
 * Index into {@link FileSummary.values}. Values are hash-consed: the same value has the same id,
 * so shared subexpressions are stored once and equality within a file is `===`.
 */
export type ValueId = number & { readonly [valueBrand]: true };

/** Index into {@link FileSummary.functions}. */
export type FunctionId = number & { readonly [functionBrand]: true };

/**
 * What an expression may be, without naming any library. A value never holds another value,
 * only its id, so that a table stays flat, serialisable and linear in the size of the source.
 *
 * Transparent syntax is gone before a value is made: parentheses, `as T` (unless `T` names a type: then
 * {@link InstanceValue}), `!`, `satisfies`, optional chaining (`a?.b` is `a.b`), `await` stays.
 */
export type Value =
  | LiteralValue
  | { readonly k: 'regexp' | 'bigint'; readonly text: string }
  | { readonly k: 'template'; readonly quasis: readonly string[]; readonly of: readonly ValueId[] }
  | ObjectValue
  | ArrayValue
  /** `name` is `'default'`, `'*'` (namespace import, or the result of `require(from)`), or the exported name. */
  | { readonly k: 'import'; readonly from: string; readonly name: string }
  | { readonly k: 'global'; readonly name: string }
  | { readonly k: 'member'; readonly of: ValueId; readonly key: Segment }
  | CallValue
  | { readonly k: 'await'; readonly of: ValueId }
  | { readonly k: 'function'; readonly id: FunctionId }
  | { readonly k: 'class'; readonly id: number }
  | { readonly k: 'param'; readonly fn: FunctionId; readonly index: number }
  /** `this` inside a method or field of class `class`, or `null` outside of every class. */
  | { readonly k: 'this'; readonly class: number | null }
  | InstanceValue
  | PatchedValue
  /** One of several: `?:`, `??`, `||`, `&&` (right side and falsy), a `let` with several writes. At most 8. */
  | { readonly k: 'any'; readonly of: readonly ValueId[]; readonly op?: '??' | '||' | '?:' | '&&' | 'writes' }
  /** Any other operator: `*`, `+`, `-`, `/`, `!`, `===`, `typeof`, `in`, `await` excluded. */
  | { readonly k: 'op'; readonly op: string; readonly of: readonly ValueId[] }
  /** A JSX element: `tag` is the value of a component, or a literal for `<input>`. */
  | { readonly k: 'jsx'; readonly tag: ValueId; readonly attributes: ValueId; readonly children: readonly ValueId[]; readonly at: Range }
  | { readonly k: 'unknown'; readonly why: 'budget' | 'cycle' | 'dynamic' | 'syntax' };

export interface LiteralValue {
  readonly k: 'literal';
  /** `undefined` (the global of that name, a missing initialiser, `void 0`) is written `{ k: 'global', name: 'undefined' }`. */
  readonly value: string | number | boolean | null;
}

export interface ObjectValue {
  readonly k: 'object';
  readonly at: Range;
  /** In source order. A later entry of the same key wins. Methods and getters are function values. */
  readonly entries: readonly Entry[];
  /** `{ ...a, k: 1, ...b }`: the spread values, with the number of entries that stand before each. */
  readonly spreads: readonly { readonly of: ValueId; readonly before: number }[];
  /** True when a computed key could not be made a literal: any property may be present. */
  readonly open: boolean;
  /** Entries whose key is itself a value (`{ [page]: form }`); they leave the object `open`. Absent: there are none. */
  readonly computed?: readonly { readonly key: ValueId; readonly value: ValueId; readonly at: Range }[];
}

export interface ArrayValue {
  readonly k: 'array';
  readonly at: Range;
  /** The elements that are written one by one. */
  readonly of: readonly ValueId[];
  /** True when something is spread into it: positions are unknown. */
  readonly open: boolean;
  /** What is spread into it: `[...history, message]`. */
  readonly spreads?: readonly ValueId[];
}

export interface Entry {
  readonly key: string;
  readonly value: ValueId;
  /** The whole property, `maxAge: 5`. */
  readonly at: Range;
}

export interface CallValue {
  readonly k: 'call' | 'new';
  /** For a tagged template: the tag. `import('x')` is an `import` value with name `'*'` inside `await`. */
  readonly callee: ValueId;
  readonly args: readonly ValueId[];
  /** Index of the first spread argument; arguments from there on are not positional. */
  readonly spreadFrom?: number;
  /** The whole call expression. Makes every call site its own value. */
  readonly at: Range;
}

/** `x: Request`, `<T>x`, `x as Request`: the value `of` (absent for a bare declared variable) seen as a named type. */
export interface InstanceValue {
  readonly k: 'instance';
  readonly of?: ValueId;
  readonly type: TypeRef;
}

/** A named type as written: the import, global or local declaration its (qualified) name starts from. */
export interface TypeRef {
  /** `Request` or `express.Request` as written, without type arguments. */
  readonly name: string;
  /** What the first identifier resolves to, when it is imported: `import type { Request } from 'express'`. */
  readonly from?: string;
  /** The exported name behind a local alias; `'*'` for a namespace, so that `express.Request` keeps `Request` in `name`. */
  readonly imported?: string;
  readonly args?: readonly TypeRef[];
}

/** An object literal, `new` or call whose properties are set afterwards: `const o = {}; o.cookie.maxAge = 5`. */
export interface PatchedValue {
  readonly k: 'patched';
  readonly of: ValueId;
  readonly writes: readonly Patch[];
}

export interface Patch {
  readonly path: readonly Segment[];
  readonly value: ValueId;
  /** `may`: under a condition, in a loop, or in another function. */
  readonly certainty: 'must' | 'may';
  readonly at: Range;
}

/**
 * One step of a property path: a literal key; a key that is itself a value (`store[key]`: a parameter stays one);
 * or `'**'`, any path, after widening. Array elements are `{ element: true }` (also `for…of`, `.map` callbacks).
 */
export type Segment = string | { readonly dynamic: ValueId } | { readonly element: true } | { readonly widened: true };
