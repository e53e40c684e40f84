import type { ValueId } from '../facts/index.js';
import { evaluateCall, evaluateNew, evaluateTagged, staticModule } from './evaluate-call.js';
import { evaluateJsx } from './evaluate-jsx.js';
import { evaluateArray, evaluateObject } from './evaluate-object.js';
import { evaluateIdentifier } from './evaluate-variable.js';
import type { Extraction } from './extraction.js';
import type { Expression, Node } from './node.js';
import { rangeOf } from './node.js';
import { segmentOf } from './segment.js';
import { typeReference } from './type-reference.js';

/** Deeper nesting (through variables too) than this is not followed. */
const MAX_DEPTH = 100;

/**
 * What an expression may be. Called after the walk, when every write of every variable is known; remembered by node.
 * A result that was cut by a cycle or the depth budget is not remembered, since from elsewhere it may be complete.
 */
export function evaluate(x: Extraction, node: Node): ValueId {
  const known = x.memo.get(node);
  if (known !== undefined) return known;
  if (x.depth >= MAX_DEPTH) {
    x.provisional += 1;
    return x.table.unknown('budget');
  }
  const provisional = x.provisional;
  x.depth += 1;
  const value = evaluateAnew(x, node as Expression);
  x.depth -= 1;
  if (x.provisional === provisional) x.memo.set(node, value);
  return value;
}

function evaluateAnew(x: Extraction, node: Expression): ValueId {
  const { table } = x;
  switch (node.type) {
    case 'Literal': return evaluateLiteral(x, node);
    case 'TemplateLiteral': return evaluateTemplate(x, node);
    case 'Identifier': return evaluateIdentifier(x, node);
    case 'ThisExpression': return table.self(x.selves.get(node) ?? null);
    case 'Super': return evaluateSuper(x, node);
    case 'MemberExpression': return table.member(evaluate(x, node.object), segmentOf(x, node.property, node.computed));
    case 'CallExpression': return evaluateCall(x, node);
    case 'NewExpression': return evaluateNew(x, node);
    case 'TaggedTemplateExpression': return evaluateTagged(x, node);
    case 'ImportExpression': return staticModule(x, node.source) ?? table.unknown('dynamic');
    case 'AwaitExpression': return table.awaited(evaluate(x, node.argument));
    case 'ObjectExpression': return evaluateObject(x, node);
    case 'ArrayExpression': return evaluateArray(x, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration': return evaluateFunction(x, node);
    case 'ClassExpression':
    case 'ClassDeclaration': return evaluateClass(x, node);
    case 'ConditionalExpression': return table.any('?:', [evaluate(x, node.consequent), evaluate(x, node.alternate)]);
    case 'LogicalExpression': return table.any(node.operator, [evaluate(x, node.left), evaluate(x, node.right)]);
    case 'AssignmentExpression': return evaluateAssignment(x, node);
    case 'BinaryExpression': return table.op(node.operator, [evaluateOperand(x, node.left), evaluate(x, node.right)]);
    case 'UnaryExpression': return node.operator === 'void' ? table.undefined() : table.op(node.operator, [evaluate(x, node.argument)]);
    case 'UpdateExpression': return table.op(node.operator === '++' ? '+' : '-', [evaluate(x, node.argument), table.literal(1)]);
    case 'SequenceExpression': return evaluateLast(x, node.expressions);
    case 'MetaProperty': return node.meta.name === 'import' ? table.global('import.meta') : table.unknown('dynamic');
    case 'YieldExpression': return table.unknown('dynamic');
    case 'JSXElement':
    case 'JSXFragment': return evaluateJsx(x, node);
    case 'TSAsExpression':
    case 'TSTypeAssertion': return evaluateCast(x, node);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSInstantiationExpression': return evaluate(x, node.expression);
    default: return table.unknown('syntax');
  }
}

function evaluateLiteral(x: Extraction, node: Extract<Expression, { type: 'Literal' }>): ValueId {
  const [start, end] = rangeOf(node);
  if ('regex' in node && node.regex) return x.table.intern(`regexp ${start}`, { k: 'regexp', text: x.text.slice(start, end) });
  if ('bigint' in node && node.bigint) return x.table.intern(`bigint ${start}`, { k: 'bigint', text: x.text.slice(start, end) });
  return x.table.literal(node.value as string | number | boolean | null);
}

function evaluateTemplate(x: Extraction, node: Extract<Expression, { type: 'TemplateLiteral' }>): ValueId {
  const quasis = node.quasis.map(quasi => quasi.value.cooked ?? quasi.value.raw);
  if (node.expressions.length === 0) return x.table.literal(quasis[0] ?? '');
  return x.table.template(quasis, node.expressions.map(part => evaluate(x, part)));
}

function evaluateSuper(x: Extraction, node: Node): ValueId {
  const superClass = x.superClasses.get(node)?.superClass;
  return superClass ? evaluate(x, superClass) : x.table.unknown('dynamic');
}

function evaluateFunction(x: Extraction, node: Node): ValueId {
  const id = x.functionIds.get(node);
  return id === undefined ? x.table.unknown('syntax') : x.table.intern(`function ${id}`, { k: 'function', id });
}

function evaluateClass(x: Extraction, node: Node): ValueId {
  const id = x.classIds.get(node);
  return id === undefined ? x.table.unknown('syntax') : x.table.intern(`class ${id}`, { k: 'class', id });
}

/** `a = b` is b; `a ??= b` either; `a += b` is the sum. */
function evaluateAssignment(x: Extraction, node: Extract<Expression, { type: 'AssignmentExpression' }>): ValueId {
  const right = evaluate(x, node.right);
  switch (node.operator) {
    case '=': return right;
    case '??=': return x.table.any('??', [evaluate(x, node.left), right]);
    case '||=': return x.table.any('||', [evaluate(x, node.left), right]);
    case '&&=': return x.table.any('&&', [evaluate(x, node.left), right]);
    default: return x.table.op(node.operator.slice(0, -1), [evaluate(x, node.left), right]);
  }
}

/** `#field in object` has a private name on its left. */
function evaluateOperand(x: Extraction, node: Node): ValueId {
  return node.type === 'PrivateIdentifier' ? x.table.literal(`#${node.name}`) : evaluate(x, node);
}

function evaluateLast(x: Extraction, nodes: readonly Expression[]): ValueId {
  const last = nodes.at(-1);
  return last ? evaluate(x, last) : x.table.undefined();
}

function evaluateCast(x: Extraction, node: Extract<Expression, { type: 'TSAsExpression' | 'TSTypeAssertion' }>): ValueId {
  const of = evaluate(x, node.expression);
  const type = typeReference(x, node.typeAnnotation);
  return type && type.name !== 'const' ? x.table.instance(of, type) : of;
}
