import type { Range } from './place.js';
import type { FunctionId, TypeRef, Value, ValueId } from './value.js';

/** Raised when the shape or meaning of {@link FileSummary} changes, so that caches of older versions are dropped. */
export const SUMMARY_SCHEMA = 3;

/** The language a file is read as. `vue`, `svelte` and `astro` are read for their scripts. */
export type Dialect = 'js' | 'jsx' | 'ts' | 'tsx' | 'vue' | 'svelte' | 'astro' | 'nunjucks';

/**
 * One file, unlinked, with no library named. Depends on text, path and dialect only (never on models, versions,
 * rules or options), is plain JSON data, and is what caches and workers exchange.
 */
export interface FileSummary {
  readonly schema: number;
  /** POSIX path as the host named the file. */
  readonly file: string;
  readonly dialect: Dialect;
  readonly values: readonly Value[];
  /** `functions[0]` is always the module body itself: `name: '(module)'`, no parameters. */
  readonly functions: readonly FunctionSummary[];
  readonly classes: readonly ClassSummary[];
  readonly types: readonly TypeDeclaration[];
  /** Variables of the module itself that hold a collection, or that its functions assign. Absent where the language has none. */
  readonly variables?: readonly ModuleVariable[];
  /** ESM exports, `module.exports = …` (name `'module.exports'`), `exports.a = …` / `module.exports.a = …` (name `'a'`), TypeScript `export =` (name `'module.exports'`). */
  readonly exports: readonly { readonly name: string; readonly value: ValueId }[];
  /** Specifiers of `export * from 'x'`. */
  readonly reexports: readonly string[];
  /** Every comment, `text` without delimiters. */
  readonly comments: readonly Comment[];
  /** Numbers as they are written, in source order. Absent where the language has none. */
  readonly spellings?: readonly Spelling[];
  /** Calls that are waited for, in source order. Absent where the language has none. */
  readonly awaits?: readonly AwaitedCall[];
  readonly style: Style;
  /** Start offsets of lines (ECMAScript line terminators), `[0, …]`. */
  readonly lines: readonly number[];
  /** Length of the text in UTF-16 code units, byte order mark not counted. */
  readonly length: number;
  /** Offsets of `Program` pieces that edits need. */
  readonly anchors: { readonly afterDirectives: number; readonly lastImportEnd?: number; readonly moduleKind: 'esm' | 'cjs' };
}

/**
 * How a number is written that a property, an argument or a constant is given: values keep neither the places of
 * numbers nor the names of local constants.
 */
export interface Spelling {
  /** The expression. */
  readonly at: Range;
  /** What it is given to: the whole property (`maxAge: 5`), assignment or call, or the name of a declared constant. */
  readonly of: Range;
  /** The name of that constant. */
  readonly constant?: string;
  /** Which argument of the call it is. */
  readonly argument?: number;
  /** Constants that are the whole expression, one behind the other: `TTL`, and `HOUR` after `const TTL = HOUR`. */
  readonly names: readonly string[];
  /** Where those are declared, each from its name to the end of its value. */
  readonly declared: readonly Range[];
  /** A literal, or a product of literals. */
  readonly plain?: true;
}

/** `const user = await load(id)`: values keep neither the place of the `await` nor what its result is called. */
export interface AwaitedCall {
  /** The whole `await load(id)`. */
  readonly at: Range;
  /** The `call` value. */
  readonly call: ValueId;
  /** The variable that holds the result and nothing else. */
  readonly name?: string;
}

/**
 * A variable that lives as long as the program: `const sessions = new Map()` at the top of a module, and
 * `let chosen;` that a function assigns. Values do not keep the names of variables, and effects are about properties.
 */
export interface ModuleVariable {
  readonly name: string;
  /** The declared name. */
  readonly at: Range;
  /** All that it may hold. */
  readonly value: ValueId;
  /** Where functions assign it. */
  readonly assigned: readonly { readonly at: Range; readonly fn: FunctionId; readonly value: ValueId }[];
  /** Where functions read it; only for variables that functions assign. */
  readonly read: readonly { readonly at: Range; readonly fn: FunctionId }[];
}

export interface Comment {
  readonly at: Range;
  readonly text: string;
  readonly block: boolean;
}

/** How the file is written, so that edits look like their surroundings. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  /** One level: `'  '`, `'    '` or a tab. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
}

export interface FunctionSummary {
  readonly id: FunctionId;
  /** Its own name, or that of the variable, property or method it is the value of. */
  readonly name?: string;
  readonly at: Range;
  /** The enclosing function; absent for the module body. */
  readonly parent?: FunctionId;
  /** Index of the class whose method or field this is. */
  readonly class?: number;
  readonly params: readonly Parameter[];
  /**
   * The type that is written for the function, or for the object whose property it is: `const load: PageServerLoad = …`,
   * `{ default: … } satisfies Actions`.
   */
  readonly writtenType?: { readonly type: TypeRef; readonly property?: true };
  /** One value for each `return` (and the expression of a concise arrow). May mention its own parameters. */
  readonly returns: readonly ValueId[];
  /** The type that is written for the result; of an async function, for what its promise resolves to. Absent: none, or not known. */
  readonly resultType?: TypeShape;
  readonly async: boolean;
  readonly generator: boolean;
  /** Of its own body only, in evaluation order; nested functions have their own. */
  readonly effects: readonly Effect[];
  /** `(req, res[, next])` or `(err, req, res, next)` *and* request or response API used in the body: the weakest identity. */
  readonly shape?: 'request-handler';
}

export interface Parameter {
  /** Absent for a destructuring pattern. Inside patterns, bindings are `member` values of the parameter. */
  readonly name?: string;
  readonly type?: TypeRef;
  readonly default?: ValueId;
  readonly rest?: true;
}

export interface ClassSummary {
  readonly id: number;
  readonly name?: string;
  readonly extends?: ValueId;
  /** Methods, accessors and fields with an initialiser; `this.x = …` in the constructor counts as a field. */
  readonly members: readonly { readonly name: string; readonly value: ValueId; readonly static: boolean }[];
  /** Declared types of fields and constructor parameter properties (`constructor(private redis: Redis)`). */
  readonly fieldTypes: readonly { readonly name: string; readonly type: TypeRef }[];
  /** Fields that nothing outside of the class reaches: `#sessions`, `private sessions`. */
  readonly privates?: readonly string[];
  readonly at: Range;
}

/**
 * Something that a function does, with the value it does it to.
 *
 * - `write`: `target` is a `member` value (`req.session.email`), `value` what is stored. `op` `'define'` is a
 *   declaration-time property. Compound assignments keep their operator.
 * - `read`: the outermost member chain that is read, not the callee of a call and not a write target.
 * - `delete`: `delete x.y`.
 * - `call`: `call` is a `call` or `new` value.
 */
export type Effect = { readonly at: Range; readonly where: ControlPoint } & (
  | { readonly e: 'write'; readonly target: ValueId; readonly value: ValueId; readonly op: string }
  | { readonly e: 'read'; readonly target: ValueId }
  | { readonly e: 'delete'; readonly target: ValueId }
  | { readonly e: 'call'; readonly call: ValueId }
);

/** Enough for "before", "only one of them runs", "in a loop" and "guarded by": no rule needs the tree. */
export interface ControlPoint {
  readonly fn: FunctionId;
  /** Evaluation order inside `fn`. */
  readonly order: number;
  /** Outermost first. After `if (!x) return;` the rest of the block stands in the other arm of that `if`. */
  readonly arms: readonly Arm[];
  /** The enclosing statement, for insertions before or after it. */
  readonly statement: Range;
  /** When this effect is (part of) the operand of `return`/`throw`, or its statement ends the path. */
  readonly endsPath?: 'return' | 'throw' | 'continue' | 'break';
}

export interface Arm {
  /** Identifies the branching construct within the file (its start offset). */
  readonly branch: number;
  /** `if`: 0 then, 1 else. `switch`: index of the case. `try`: 0 block. `catch`: 1. Loops: 0. `short-circuit`: 0 right side; `?:` is `if`. */
  readonly arm: number;
  readonly kind: 'if' | 'switch' | 'loop' | 'try' | 'catch' | 'short-circuit';
  /** The condition; for a switch case, `discriminant === test`; for `a ?? b` and `a || b`, `a` negated (`op '!'`); for `a && b`, `a`. */
  readonly test?: ValueId;
}

export interface TypeDeclaration {
  readonly name: string;
  readonly kind: 'interface' | 'alias' | 'enum';
  /** The module augmented: `declare module 'express-session' { interface SessionData … }`; `'global'` in `declare global`. */
  readonly augments?: string;
  readonly extends: readonly TypeRef[];
  readonly members: readonly { readonly name: string; readonly optional: boolean; readonly type: TypeShape; readonly at: Range }[];
  /** What an alias stands for, when it is not an object type. */
  readonly shape?: TypeShape;
  readonly exported: boolean;
  readonly at: Range;
}

export type TypeShape =
  | 'string' | 'number' | 'boolean' | 'date' | 'binary' | 'null' | 'unknown'
  | { readonly literals: readonly (string | number | boolean)[] }
  | { readonly array: TypeShape }
  | { readonly ref: TypeRef }
  | { readonly object: readonly { readonly name: string; readonly optional: boolean; readonly type: TypeShape }[] }
  | { readonly union: readonly TypeShape[] };
