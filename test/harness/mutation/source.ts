import { parseSync } from 'oxc-parser';

/** A node of any kind, as far as operators look at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** One change of the text, which makes one mutant. */
export interface Change {
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** A parsed file and the part of it that one `ok` comment is about. */
export interface Source {
  readonly text: string;
  /** Every node of the file with its parent, in source order. */
  readonly nodes: readonly Node[];
  readonly parents: ReadonlyMap<Node, Node>;
}

/** @throws {Error} when the file does not parse; fixtures do. */
export function parseSource(file: string, text: string): Source {
  const lang = file.endsWith('x') ? 'tsx' : /\.[cm]?ts$/.test(file) ? 'ts' : 'jsx';
  const { program, errors } = parseSync(file, text, { lang, astType: 'ts', range: true, preserveParens: false });
  if (program.body.length === 0 && errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  const parents = new Map<Node, Node>();
  const stack: Node[] = [program as unknown as Node];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes.push(node);
    const children = childrenOf(node);
    for (const child of children) parents.set(child, node);
    stack.push(...children.reverse());
  }
  return { text, nodes, parents };
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value);
}

/** Does `inner` lie within `outer`? */
export function contains(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The name of an identifier, or of a property that is named by an identifier or a string. */
export function nameOf(node: unknown): string | undefined {
  const { type, name, value } = (node ?? {}) as { type?: string; name?: unknown; value?: unknown };
  if (type === 'Identifier' && typeof name === 'string') return name;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

/** The name of the method that a call calls: `set` in `client.set(…)`, `session` in `session(…)`. */
export function methodOf(call: Node): string | undefined {
  const callee = call['callee'] as Node;
  return nameOf(callee.type === 'MemberExpression' ? callee['property'] : callee);
}
