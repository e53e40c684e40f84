import type * as Oxc from 'oxc-parser';
import { requiredModule } from './evaluate-call.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import type { Expression, Node } from './node.js';
import { isNode, rangeOf, unwrap } from './node.js';
import { noteWrittenType } from './note-written-type.js';
import { noteHttpUse } from './request-handler.js';
import { walkAssignment, walkUpdate } from './walk-assignment.js';
import { walkClass } from './walk-class.js';
import { walkFunction } from './walk-function.js';
import { walkJsx } from './walk-jsx.js';
import { walkObject } from './walk-object.js';
import { addAssignPatch } from './patch.js';
import { walkStatement } from './walk-statement.js';

/** Walk an expression whose value is used: notes what it reads, writes, deletes and calls, in evaluation order. */
export function walkExpression(x: Extraction, node: Node): void {
  switch (node.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'JSXText': return;
    case 'Literal': return x.style.string(x.text, rangeOf(node)[0]);
    case 'ThisExpression': return void x.selves.set(node, x.thisClass);
    case 'Super': return x.classNode && void x.superClasses.set(node, x.classNode);
    case 'MemberExpression': return walkRead(x, node);
    case 'CallExpression': return walkCall(x, node);
    case 'NewExpression': return walkNew(x, node);
    case 'TaggedTemplateExpression': return walkTagged(x, node);
    case 'AssignmentExpression': return walkAssignment(x, node);
    case 'UpdateExpression': return walkUpdate(x, node);
    case 'UnaryExpression': return node.operator === 'delete' ? walkDelete(x, node) : walkExpression(x, node.argument);
    case 'LogicalExpression': return walkLogical(x, node);
    case 'ConditionalExpression': return walkConditional(x, node);
    case 'BinaryExpression': {
      walkExpression(x, node.left);
      return walkExpression(x, node.right);
    }
    case 'ObjectExpression': return walkObject(x, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': return void walkFunction(x, node);
    case 'ClassExpression': return walkClass(x, node);
    case 'JSXElement':
    case 'JSXFragment': return walkJsx(x, node);
    case 'MetaProperty': {
      if (node.meta.name === 'import') x.esm = true;
      return;
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression': {
      noteWrittenType(x, node.expression, node.typeAnnotation);
      return walkExpression(x, node.expression);
    }
    case 'AwaitExpression': {
      x.awaits.push(node);
      return walkUnknown(x, node);
    }
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression': return walkExpression(x, node.expression);
    default: return walkUnknown(x, node);
  }
}

/** Keys that lead out of the subtree or to no code. */
const NO_CHILDREN: ReadonlySet<string> = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'typeAnnotation', 'typeArguments', 'typeParameters', 'returnType', 'references', 'variables', 'templateBody']);

/** Any node: its children in source order. Types are no code. */
export function walkUnknown(x: Extraction, node: Node): void {
  if (node.type.startsWith('TS') || x.walkedUnknown.has(node)) return;
  x.walkedUnknown.add(node);
  for (const child of childrenOf(node)) walkStatement(x, child);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (NO_CHILDREN.has(key)) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) children.push(child);
  }
  return children.sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
}

function walkRead(x: Extraction, node: Oxc.MemberExpression): void {
  walkChain(x, node);
  x.effect('read', rangeOf(node), () => evaluate(x, node));
}

/** The parts of `a.b[c].d` that are evaluated besides the chain itself: its root and computed keys. */
export function walkChain(x: Extraction, node: Oxc.MemberExpression): void {
  const object = unwrap(node.object);
  if (object.type === 'MemberExpression') walkChain(x, object);
  else walkExpression(x, object);
  if (node.computed) walkExpression(x, node.property);
  else if (node.property.type === 'Identifier') noteHttpUse(x, object, node.property.name);
}

/** A callee: `a.b.c()` reads `a.b`, not `a.b.c`. */
function walkCallee(x: Extraction, node: Node): void {
  const callee = unwrap(node);
  if (callee.type !== 'MemberExpression') return walkExpression(x, callee);
  walkExpression(x, callee.object);
  if (callee.computed) walkExpression(x, callee.property);
  else if (callee.property.type === 'Identifier') noteHttpUse(x, unwrap(callee.object), callee.property.name);
}

function walkCall(x: Extraction, node: Oxc.CallExpression): void {
  walkCallee(x, node.callee);
  walkArguments(x, node.arguments);
  addAssignPatch(x, node);
  if (x.isGlobal(node.callee, 'require')) x.cjs = true;
  if (requiredModule(x, node) === undefined) x.effect('call', rangeOf(node), () => evaluate(x, node));
}

function walkNew(x: Extraction, node: Oxc.NewExpression): void {
  walkCallee(x, node.callee);
  walkArguments(x, node.arguments);
  x.effect('call', rangeOf(node), () => evaluate(x, node));
}

function walkArguments(x: Extraction, nodes: readonly Oxc.Argument[]): void {
  for (const node of nodes) walkExpression(x, node.type === 'SpreadElement' ? node.argument : node);
}

function walkTagged(x: Extraction, node: Oxc.TaggedTemplateExpression): void {
  walkCallee(x, node.tag);
  for (const part of node.quasi.expressions) walkExpression(x, part);
  x.effect('call', rangeOf(node), () => evaluate(x, node));
}

function walkDelete(x: Extraction, node: Oxc.UnaryExpression): void {
  const target = unwrap(node.argument);
  if (target.type !== 'MemberExpression') return walkExpression(x, target);
  walkChain(x, target);
  x.effect('delete', rangeOf(node), () => evaluate(x, target));
}

/**
 * The right side runs under a condition. The branch is named by where that side begins: `a && b && c` has two
 * branches that begin at `a`.
 */
function walkLogical(x: Extraction, node: Extract<Expression, { type: 'LogicalExpression' }>): void {
  walkExpression(x, node.left);
  const test = node.operator === '&&' ? () => evaluate(x, node.left) : () => x.table.op('!', [evaluate(x, node.left)]);
  x.inArm({ branch: rangeOf(node.right)[0], arm: 0, kind: 'short-circuit', test }, () => walkExpression(x, node.right));
}

function walkConditional(x: Extraction, node: Extract<Expression, { type: 'ConditionalExpression' }>): void {
  walkExpression(x, node.test);
  const test = () => evaluate(x, node.test);
  const branch = rangeOf(node.consequent)[0];
  x.inArm({ branch, arm: 0, kind: 'if', test }, () => walkExpression(x, node.consequent));
  x.inArm({ branch, arm: 1, kind: 'if', test }, () => walkExpression(x, node.alternate));
}
