import type * as Oxc from 'oxc-parser';
import type { FunctionId, Range, Segment, Spelling, TypeDeclaration, ValueId } from '../facts/index.js';
import { Names } from './names.js';
import type { ClassNode, FunctionNode, Node, TypeNode } from './node.js';
import type { ParsedProgram, Scope, ScopeVariable } from './program.js';
import { StyleCount } from './style.js';
import { ValueTable } from './value-table.js';

/** Deeper branches than this are taken for the branch around them. */
const MAX_ARMS = 32;

/** A value that is evaluated only after the whole file was walked, when every write of every variable is known. */
export type Later = () => ValueId;

/** One arm of a branch, its condition not yet evaluated. One object for all places in the same arm. */
export interface OpenArm {
  readonly branch: number;
  readonly arm: number;
  readonly kind: 'if' | 'switch' | 'loop' | 'try' | 'catch' | 'short-circuit';
  readonly test?: Later | undefined;
}

/** Where the walk is. */
export interface Site {
  readonly fn: OpenFunction;
  readonly arms: readonly OpenArm[];
  readonly statement: Range;
  readonly endsPath: 'return' | 'throw' | undefined;
}

export interface OpenEffect extends Omit<Site, 'fn'> {
  readonly e: 'write' | 'read' | 'delete' | 'call';
  readonly at: Range;
  readonly target: Later;
  readonly value?: Later;
  readonly op?: string;
}

export interface OpenParameter {
  readonly name: string | undefined;
  readonly type: TypeNode | undefined;
  readonly default: Later | undefined;
  readonly rest: boolean;
}

export interface OpenFunction {
  readonly id: FunctionId;
  readonly node: FunctionNode | undefined;
  readonly name: string | undefined;
  readonly at: Range;
  readonly parent: OpenFunction | undefined;
  readonly class: number | undefined;
  readonly params: OpenParameter[];
  readonly returns: Later[];
  readonly effects: OpenEffect[];
  /** Names of the request and response parameters when the parameters look like a request handler's. */
  readonly handler: { readonly request: string; readonly response: string } | undefined;
  usesHttp: boolean;
}

export interface OpenClass {
  readonly id: number;
  readonly name: string | undefined;
  readonly extends: Later | undefined;
  readonly members: { readonly name: string; readonly value: Later; readonly static: boolean }[];
  readonly fieldTypes: { readonly name: string; readonly type: TypeNode }[];
  readonly privates: string[];
  readonly at: Range;
}

/** One place that gives a variable its value. */
export interface Binding {
  /** Absent for a declaration without initialiser. */
  readonly value: Later | undefined;
  readonly type: TypeNode | undefined;
  readonly site: Site;
  readonly import?: { readonly from: string; readonly name: string };
}

/** `base.path = value` somewhere in the file. */
export interface OpenPatch {
  readonly path: () => readonly Segment[];
  readonly value: Later;
  readonly site: Site;
  readonly at: Range;
}

/** State of a variable's evaluation. */
export interface VariableState {
  value: ValueId | undefined;
  /** What it was before the write under evaluation, where that is certain. */
  before: ValueId | undefined;
}

/** Everything known about the file while it is walked. One instance per file, never shared. */
export class Extraction {
  readonly table = new ValueTable();
  readonly names: Names;
  readonly style = new StyleCount();

  readonly functions: OpenFunction[] = [];
  readonly functionIds = new Map<Node, FunctionId>();
  readonly classes: OpenClass[] = [];
  readonly classIds = new Map<Node, number>();
  readonly bindings = new Map<Node, Binding>();
  readonly patches = new Map<ScopeVariable, OpenPatch[]>();
  /** What a declared name is given, by the name's node. */
  readonly initials = new Map<Node, Node>();
  /** What properties are given by assignment, each with the whole assignment. */
  readonly assigned: (readonly [value: Node, assignment: Range])[] = [];
  /** What is waited for. */
  readonly awaits: Oxc.AwaitExpression[] = [];
  /** By the start of the expression. */
  readonly spellings = new Map<number, Spelling>();
  readonly types: (() => TypeDeclaration)[] = [];
  readonly exports: { readonly name: string; readonly value: Later }[] = [];
  /** Local names in `export { Name }`: says of types that they are exported. */
  readonly exportedNames = new Set<string>();
  readonly reexports: string[] = [];
  /** The class that `this` is an instance of, for each `this`. */
  readonly selves = new Map<Node, number | null>();
  readonly superClasses = new Map<Node, ClassNode>();
  readonly jsxTags = new Map<Node, ScopeVariable | undefined>();
  readonly anchors: { afterDirectives: number; lastImportEnd: number | undefined } = { afterDirectives: 0, lastImportEnd: undefined };
  esm = false;
  cjs = false;

  /** Evaluation: results by node, results by variable, how deep we are, and how often a result was provisional. */
  readonly memo = new Map<Node, ValueId>();
  readonly variables = new Map<ScopeVariable, VariableState>();
  depth = 0;
  provisional = 0;

  /** Where the walk is. */
  fn: OpenFunction;
  arms: readonly OpenArm[] = [];
  statement: Range = [0, 0];
  endsPath: 'return' | 'throw' | undefined;
  thisClass: number | null = null;
  thisStatic = false;
  classNode: ClassNode | undefined;
  scope: Scope | null;
  readonly #top: Scope | null;
  /** `declare module 'x'` around us. */
  augments: string | undefined;
  namespace: readonly string[] = [];
  readonly nameHints = new Map<Node, string>();
  /** Types that are written for functions, or for the objects whose properties they are. */
  readonly writtenTypes = new Map<Node, { readonly type: TypeNode; readonly property: boolean }>();
  readonly endings = new Map<Node, boolean>();
  readonly ifArms = new Map<Node, readonly [OpenArm, OpenArm]>();
  readonly exportedTypes = new Set<Node>();
  /** `{}` in `const api = module.exports = {}`: the variable that holds it too. */
  readonly declaredBy = new Map<Node, ScopeVariable>();
  readonly walkedUnknown = new Set<Node>();

  constructor(readonly parsed: ParsedProgram) {
    this.names = new Names(parsed.scopeManager);
    // Of the scopes that a program has (global, module or CommonJS function), the innermost.
    this.scope = parsed.scopeManager.acquire(parsed.program as never, true) ?? parsed.scopeManager.globalScope;
    this.#top = this.scope;
    this.fn = { id: 0 as FunctionId, node: undefined, name: '(module)', at: [0, parsed.text.length], parent: undefined, class: undefined, params: [], returns: [], effects: [], handler: undefined, usesHttp: false };
    this.functions.push(this.fn);
  }

  get text(): string {
    return this.parsed.text;
  }

  /** Is the walk in the statements of the program itself? */
  get isAtTop(): boolean {
    return this.scope === this.#top;
  }

  site(): Site {
    return { fn: this.fn, arms: this.arms, statement: this.statement, endsPath: this.endsPath };
  }

  effect(e: OpenEffect['e'], at: Range, target: Later, write?: { readonly value: Later; readonly op: string }): void {
    this.fn.effects.push({ e, at, target, ...write, arms: this.arms, statement: this.statement, endsPath: this.endsPath });
  }

  bind(identifier: Node, value: Later | undefined, type?: TypeNode): void {
    this.bindings.set(identifier, { value, type, site: this.site() });
  }

  /** Does the identifier mean the global of its name? */
  isGlobal(node: Node, name: string): boolean {
    return node.type === 'Identifier' && node.name === name && !this.names.of(node);
  }

  /** Walk `inside` in the innermost scope that `node` makes. */
  inScope(node: Node, inside: () => void): void {
    const outer = this.scope;
    this.scope = this.parsed.scopeManager.acquire(node as never, true) ?? outer;
    inside();
    this.scope = outer;
  }

  /** Walk `inside` in one more arm. */
  inArm(arm: OpenArm, inside: () => void): void {
    const outer = this.arms;
    this.enterArm(arm);
    inside();
    this.arms = outer;
  }

  enterArm(arm: OpenArm): void {
    // Generated code has thousands of `if (…) return` in one block: their arms would be quadratic.
    if (this.arms.length < MAX_ARMS) this.arms = [...this.arms, arm];
  }
}
