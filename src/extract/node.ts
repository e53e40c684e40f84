import type * as Oxc from 'oxc-parser';
import type { Range } from '../facts/index.js';

/**
 * Any node of any of the parsers. The shape is that of oxc's `astType: 'ts'`, which follows TS-ESTree; absent
 * children are `null` in some parsers and `undefined` in others, so only their truthiness may be tested.
 */
export type Node = Oxc.Node;
export type Expression = Oxc.Expression;
export type Statement = Oxc.Statement | Oxc.Directive;
export type FunctionNode = Oxc.Function | Oxc.ArrowFunctionExpression;
export type ClassNode = Oxc.Class;
export type TypeNode = Oxc.TSType;

/** The span of a node. Every host sets `range`. */
export function rangeOf(node: Node): Range {
  const range = node.range as unknown as Range;
  return [range[0], range[1]];
}

/** Is this a node of some tree, known or unknown to us? */
export function isNode(candidate: unknown): candidate is Node {
  return typeof candidate === 'object' && candidate !== null && typeof (candidate as { type?: unknown }).type === 'string' && Array.isArray((candidate as { range?: unknown }).range);
}

/** `(a)`, `a!`, `a as T`, `a satisfies T`, `a?.b`: the expression inside of syntax that changes no value. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSNonNullExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** `a`, `'a'`, `1`, `#a` as a property name; `undefined` when the key has to be evaluated. */
export function staticKey(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value);
  return undefined;
}
