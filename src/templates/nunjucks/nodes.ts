/**
 * The nodes that nunjucks 3 makes, as far as they are read here. `colno` is an offset into the text
 * (see {@link parseNunjucks}), that of the token which made the node: `(` for a call, `.` or `[` for a look-up.
 */
interface Base<Name extends string> {
  readonly typename: Name;
  readonly colno: number;
}

export type SymbolNode = Base<'Symbol'> & { readonly value: string };
export type LiteralNode = Base<'Literal'> & { readonly value: string | number | boolean | null | RegExp };
export type DataNode = Base<'TemplateData'> & { readonly value: string };
export type PairNode = Base<'Pair'> & { readonly key: TemplateNode; readonly value: TemplateNode };
export type ListNode = Base<'NodeList' | 'Root' | 'Group' | 'Array' | 'Dict' | 'KeywordArgs' | 'Output'> & { readonly children: readonly TemplateNode[] };
export type LookupNode = Base<'LookupVal'> & { readonly target: TemplateNode; readonly val: TemplateNode };
export type CallNode = Base<'FunCall' | 'Filter'> & { readonly name: TemplateNode; readonly args: ListNode };
export type InlineIfNode = Base<'InlineIf'> & { readonly cond: TemplateNode; readonly body: TemplateNode; readonly else_: TemplateNode | null };
export type UnaryNode = Base<'Not' | 'Neg' | 'Pos'> & { readonly target: TemplateNode };
export type BinaryNode = Base<'In' | 'Is' | 'Or' | 'And' | 'Add' | 'Concat' | 'Sub' | 'Mul' | 'Div' | 'FloorDiv' | 'Mod' | 'Pow'> & {
  readonly left: TemplateNode;
  readonly right: TemplateNode;
};
export type CompareNode = Base<'Compare'> & { readonly expr: TemplateNode; readonly ops: readonly { readonly expr: TemplateNode; readonly type: string }[] };
export type CaptureNode = Base<'Capture'> & { readonly body: TemplateNode };
export type MacroNode = Base<'Macro' | 'Caller'> & { readonly name: SymbolNode; readonly args: ListNode; readonly body: TemplateNode };
export type IfNode = Base<'If' | 'IfAsync'> & { readonly cond: TemplateNode; readonly body: TemplateNode; readonly else_: TemplateNode | null };
export type ForNode = Base<'For' | 'AsyncEach' | 'AsyncAll'> & {
  readonly arr: TemplateNode;
  readonly name: TemplateNode;
  readonly body: TemplateNode;
  readonly else_?: TemplateNode | null;
};
export type SetNode = Base<'Set'> & { readonly targets: readonly TemplateNode[]; readonly value: TemplateNode | null; readonly body?: CaptureNode };
export type BlockNode = Base<'Block'> & { readonly name: SymbolNode; readonly body: TemplateNode };
export type ReferenceNode = Base<'Include' | 'Extends'> & { readonly template: TemplateNode };
export type ImportNode = Base<'Import'> & { readonly template: TemplateNode; readonly target: TemplateNode };
export type FromImportNode = Base<'FromImport'> & { readonly template: TemplateNode; readonly names: ListNode };
export type SwitchNode = Base<'Switch'> & {
  readonly expr: TemplateNode;
  readonly cases: readonly { readonly cond: TemplateNode; readonly body: TemplateNode }[];
  readonly default: TemplateNode | null;
};

export type TemplateNode =
  | SymbolNode | LiteralNode | DataNode | PairNode | ListNode | LookupNode | CallNode | InlineIfNode | UnaryNode
  | BinaryNode | CompareNode | CaptureNode | MacroNode | IfNode | ForNode | SetNode | BlockNode | ReferenceNode
  | ImportNode | FromImportNode | SwitchNode;
