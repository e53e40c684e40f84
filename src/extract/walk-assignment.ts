import type * as Oxc from 'oxc-parser';
import { commonJsExport } from './common-js.js';
import { evaluate } from './evaluate.js';
import { valueOfVariable } from './evaluate-variable.js';
import type { Extraction, Later } from './extraction.js';
import type { Expression, Node } from './node.js';
import { rangeOf, staticKey, unwrap } from './node.js';
import { addPatch } from './patch.js';
import { walkChain, walkExpression } from './walk-expression.js';
import { bindPattern, walkSource } from './walk-pattern.js';

/** `target = value` and its compound forms. */
export function walkAssignment(x: Extraction, node: Oxc.AssignmentExpression): void {
  const left = unwrap(node.left);
  if (left.type === 'ObjectPattern' || left.type === 'ArrayPattern') {
    walkSource(x, node.right, left);
    const right = () => evaluate(x, node.right);
    return bindPattern(x, left, right, right);
  }
  if (left.type === 'MemberExpression') walkChain(x, left);
  hintName(x, left, node.right);
  const assign = () => {
    walkExpression(x, node.right);
    const value = node.operator === '=' ? () => evaluate(x, node.right) : () => evaluate(x, node);
    assignTo(x, left, value, node.operator, rangeOf(node));
    if (node.operator === '=') addExport(x, left, node.right, value);
    if (node.operator === '=' && left.type === 'MemberExpression') x.assigned.push([node.right, rangeOf(node)]);
  };
  const arm = shortCircuit(x, node);
  if (arm) x.inArm(arm, assign);
  else assign();
}

/** `x.count++` */
export function walkUpdate(x: Extraction, node: Oxc.UpdateExpression): void {
  const target = unwrap(node.argument);
  if (target.type === 'MemberExpression') walkChain(x, target);
  assignTo(x, target, () => evaluate(x, node), node.operator, rangeOf(node));
}

/** Note that a variable or property gets a value. */
export function assignTo(x: Extraction, target: Node, value: Later, op: string, at: readonly [number, number]): void {
  if (target.type === 'Identifier') return x.bind(target, value);
  if (target.type !== 'MemberExpression') return walkExpression(x, target);
  x.effect('write', at, () => evaluate(x, target), { value, op });
  addPatch(x, target, value, at);
  addField(x, target, value, op);
}

function addExport(x: Extraction, target: Node, right: Node, value: Later): void {
  const name = commonJsExport(x, target);
  if (name === undefined) return;
  x.cjs = true;
  const variable = x.declaredBy.get(lastRight(right));
  x.exports.push({ name, value: variable ? () => valueOfVariable(x, variable) : value });
}

/** `c` in `a = b = c` */
export function lastRight(node: Node): Node {
  let right = unwrap(node);
  while (right.type === 'AssignmentExpression' && right.operator === '=') right = unwrap(right.right);
  return right;
}

/** `this.x = value` in a class makes a member of it. */
function addField(x: Extraction, target: Oxc.MemberExpression, value: Later, op: string): void {
  const owner = x.thisClass === null ? undefined : x.classes[x.thisClass];
  const name = staticKey(target.property, target.computed);
  if (owner && op === '=' && name !== undefined && unwrap(target.object).type === 'ThisExpression') {
    owner.members.push({ name, value, static: x.thisStatic });
  }
}

/** `handler = function…` and `exports.handler = function…` name the function, `module.exports = function…` does not. */
function hintName(x: Extraction, left: Node, right: Expression): void {
  const name = left.type === 'Identifier' ? left.name : left.type === 'MemberExpression' ? staticKey(left.property, left.computed) : undefined;
  if (name !== undefined && !(left.type === 'MemberExpression' && commonJsExport(x, left) === 'module.exports')) x.nameHints.set(unwrap(right), name);
}

function shortCircuit(x: Extraction, node: Oxc.AssignmentExpression) {
  const before = () => evaluate(x, node.left);
  const branch = rangeOf(node.right)[0];
  if (node.operator === '&&=') return { branch, arm: 0, kind: 'short-circuit', test: before } as const;
  if (node.operator === '??=' || node.operator === '||=') return { branch, arm: 0, kind: 'short-circuit', test: () => x.table.op('!', [before()]) } as const;
  return undefined;
}
