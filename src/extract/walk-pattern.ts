import type * as Oxc from 'oxc-parser';
import type { Range } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction, Later } from './extraction.js';
import type { Node, TypeNode } from './node.js';
import { rangeOf, staticKey, unwrap } from './node.js';
import { noteWrittenType } from './note-written-type.js';
import { noteHttpUse } from './request-handler.js';
import { segmentOf } from './segment.js';
import { assignTo, lastRight } from './walk-assignment.js';
import { walkChain, walkExpression } from './walk-expression.js';

/** `const pattern: Type = init` */
export function walkDeclarator(x: Extraction, node: Oxc.VariableDeclarator): void {
  const { id, init } = node;
  if (init) {
    if (id.type === 'Identifier') nameInitial(x, id, unwrap(init));
    walkSource(x, init, id);
  }
  if (id.type === 'Identifier') {
    const type = annotationOf(id);
    if (init) x.initials.set(id, init);
    if (init && type) noteWrittenType(x, init, type);
    x.bind(id, init ? () => evaluate(x, init) : undefined, type);
  } else if (init) {
    const value = () => evaluate(x, init);
    bindPattern(x, id, value, value);
  }
}

function nameInitial(x: Extraction, id: Oxc.BindingIdentifier, init: Node): void {
  x.nameHints.set(init, id.name);
  const variable = init.type === 'AssignmentExpression' ? x.names.lookUp(id.name, x.scope) : undefined;
  if (variable) x.declaredBy.set(lastRight(init), variable);
}

/** What a pattern takes apart. `const { email } = req.session` reads `req.session.email`, not the whole of `req.session`. */
export function walkSource(x: Extraction, source: Node, pattern: Node): void {
  const inner = unwrap(source);
  if (pattern.type !== 'ObjectPattern' || inner.type !== 'MemberExpression') {
    walkExpression(x, source);
  } else {
    walkChain(x, inner);
  }
  if (pattern.type === 'ObjectPattern') noteKeys(x, inner, pattern);
}

/** The declared type of a binding. */
export function annotationOf(pattern: Node): TypeNode | undefined {
  const annotation = (pattern as { typeAnnotation?: Oxc.TSTypeAnnotation | null }).typeAnnotation;
  return annotation?.typeAnnotation ?? undefined;
}

/**
 * Bind every name of a pattern.
 *
 * @param value what arrives at the pattern, defaults included
 * @param read what is read from, without the default: the target of read effects
 */
export function bindPattern(x: Extraction, pattern: Node, value: Later, read: Later): void {
  switch (pattern.type) {
    case 'Identifier': return x.bind(pattern, value);
    case 'ObjectPattern': return bindObject(x, pattern, value);
    case 'ArrayPattern': return bindArray(x, pattern, value);
    case 'RestElement': return bindPattern(x, pattern.argument, value, read);
    case 'AssignmentPattern': return bindDefault(x, pattern, value, read);
    default: return bindTarget(x, pattern, value);
  }
}

function bindObject(x: Extraction, pattern: Oxc.ObjectPattern | Oxc.ObjectAssignmentTarget, value: Later): void {
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      readFrom(x, rangeOf(property), value);
      bindPattern(x, property.argument, value, value);
      continue;
    }
    if (property.computed) walkExpression(x, property.key);
    const member = () => x.table.member(value(), segmentOf(x, property.key, property.computed));
    if (isLeaf(property.value)) readFrom(x, rangeOf(property), member);
    bindPattern(x, property.value, member, member);
  }
}

function bindArray(x: Extraction, pattern: Oxc.ArrayPattern | Oxc.ArrayAssignmentTarget, value: Later): void {
  pattern.elements.forEach((element, index) => {
    if (!element) return;
    const member = element.type === 'RestElement' ? () => x.table.unknown('dynamic') : () => x.table.member(value(), String(index));
    bindPattern(x, element, member, member);
  });
}

/** `{ a = 5 }`: what is there, or the default. */
function bindDefault(x: Extraction, pattern: Oxc.AssignmentPattern | Oxc.AssignmentTargetWithDefault, value: Later, read: Later): void {
  x.nameHints.set(unwrap(pattern.right), pattern.left.type === 'Identifier' ? pattern.left.name : '');
  x.inArm({ branch: rangeOf(pattern.right)[0], arm: 0, kind: 'short-circuit', test: () => x.table.op('!', [read()]) }, () => walkExpression(x, pattern.right));
  const either = () => x.table.any('??', [value(), evaluate(x, pattern.right)]);
  bindPattern(x, pattern.left, either, read);
}

/** `({ a: this.a } = options)`, `[list[0]] = …` */
function bindTarget(x: Extraction, target: Node, value: Later): void {
  const inner = unwrap(target);
  if (inner.type === 'MemberExpression') walkChain(x, inner);
  assignTo(x, inner, value, '=', rangeOf(target));
}

function isLeaf(pattern: Node): boolean {
  const inner = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  return inner.type !== 'ObjectPattern' && inner.type !== 'ArrayPattern';
}

function readFrom(x: Extraction, at: Range, target: Later): void {
  x.effect('read', at, target);
}

function noteKeys(x: Extraction, source: Node, pattern: Oxc.ObjectPattern | Oxc.ObjectAssignmentTarget): void {
  for (const property of pattern.properties) {
    const key = property.type === 'Property' ? staticKey(property.key, property.computed) : undefined;
    if (key !== undefined) noteHttpUse(x, source, key);
  }
}
