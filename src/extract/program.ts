import type { Dialect } from '../facts/index.js';
import type { Node } from './node.js';

/** What extraction needs of a variable, in eslint-scope's and in typescript-eslint's scope manager alike. */
export interface ScopeVariable {
  readonly name: string;
  readonly defs: readonly { readonly type: string; readonly name: object }[];
}

export interface ScopeReference {
  readonly identifier: object;
  readonly resolved: ScopeVariable | null;
  isWrite(): boolean;
}

export interface Scope {
  readonly set: ReadonlyMap<string, ScopeVariable>;
  readonly references: readonly ScopeReference[];
  readonly upper: Scope | null;
}

export interface ScopeManager {
  readonly scopes: readonly Scope[];
  readonly globalScope: Scope | null;
  acquire(node: never, inner?: boolean): Scope | null;
}

/** The root of a tree. Single-file components have nodes in `body` that no JavaScript parser knows. */
export interface ProgramNode {
  readonly type: 'Program';
  readonly body: readonly Node[];
}

/**
 * One file as a parser and a scope manager see it: the input of extraction, the same from every host.
 * Ranges are UTF-16 offsets into `text`.
 */
export interface ParsedProgram {
  /** POSIX path as the host named the file. */
  readonly file: string;
  readonly dialect: Dialect;
  /** The whole file without its byte order mark. */
  readonly text: string;
  readonly program: ProgramNode;
  readonly scopeManager: ScopeManager;
  /** `range` with the delimiters. The hashbang may be among them. */
  readonly comments: readonly { readonly type: string; readonly range: readonly [number, number] }[];
}
