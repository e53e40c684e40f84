import type * as Oxc from 'oxc-parser';
import { evaluate } from './evaluate.js';
import type { Extraction, OpenClass } from './extraction.js';
import type { ClassNode, Node } from './node.js';
import { rangeOf, staticKey, unwrap } from './node.js';
import { walkExpression } from './walk-expression.js';
import type { MethodOf } from './walk-function.js';
import { partsOf, walkFunction } from './walk-function.js';
import { annotationOf } from './walk-pattern.js';
import { walkStatements } from './walk-statement.js';

/** Walk a class: decorators, base class, then its members. */
export function walkClass(x: Extraction, node: ClassNode): void {
  walkDecorators(x, node);
  const { superClass, id } = node;
  if (superClass) walkExpression(x, superClass);
  const summary: OpenClass = {
    id: x.classes.length, name: id?.name ?? x.nameHints.get(node), extends: superClass ? () => evaluate(x, superClass) : undefined,
    members: [], fieldTypes: [], privates: [], at: rangeOf(node),
  };
  x.classes.push(summary);
  x.classIds.set(node, summary.id);
  if (id) x.bind(id, () => evaluate(x, node));
  const outer = { thisClass: x.thisClass, thisStatic: x.thisStatic, classNode: x.classNode };
  x.classNode = node;
  x.inScope(node, () => {
    for (const element of node.body.body) {
      x.thisClass = summary.id;
      walkElement(x, summary, element);
    }
  });
  Object.assign(x, outer);
}

function walkDecorators(x: Extraction, node: { readonly decorators?: readonly Oxc.Decorator[] }): void {
  for (const decorator of node.decorators ?? []) walkExpression(x, decorator.expression);
}

function walkElement(x: Extraction, owner: OpenClass, element: Oxc.ClassElement): void {
  switch (element.type) {
    case 'MethodDefinition': return walkMethod(x, owner, element);
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty': return walkField(x, owner, element);
    case 'StaticBlock': {
      x.thisStatic = true;
      return x.inScope(element, () => walkStatements(x, element.body));
    }
    default: return;
  }
}

function walkMethod(x: Extraction, owner: OpenClass, element: Oxc.MethodDefinition): void {
  walkDecorators(x, element);
  if (element.computed) walkExpression(x, element.key);
  const { value } = element;
  // Overload signatures have no body.
  if (!value.body) return;
  const name = staticKey(element.key, element.computed);
  if (name !== undefined) x.nameHints.set(value, name);
  if (name !== undefined && element.kind !== 'set') owner.members.push({ name, value: () => evaluate(x, value), static: element.static });
  walkFunction(x, value, { class: owner.id, static: element.static });
  if (element.kind === 'constructor') addParameterProperties(x, owner, value);
}

/** `constructor(private redis: Redis)` declares the field `redis` and fills it with the parameter. */
function addParameterProperties(x: Extraction, owner: OpenClass, constructor: Oxc.Function): void {
  const id = x.functionIds.get(constructor);
  constructor.params.forEach((param, index) => {
    if (param.type !== 'TSParameterProperty' || id === undefined) return;
    const { pattern } = partsOf(param);
    if (pattern.type !== 'Identifier') return;
    const type = annotationOf(pattern);
    owner.members.push({ name: pattern.name, value: () => x.table.param(id, index), static: false });
    if (type) owner.fieldTypes.push({ name: pattern.name, type });
  });
}

type Field = Extract<Oxc.ClassElement, { type: 'PropertyDefinition' | 'AccessorProperty' | 'TSAbstractPropertyDefinition' | 'TSAbstractAccessorProperty' }>;

function walkField(x: Extraction, owner: OpenClass, element: Field): void {
  walkDecorators(x, element);
  if (element.computed) walkExpression(x, element.key);
  const name = staticKey(element.key, element.computed);
  const type = annotationOf(element);
  if (name !== undefined && type) owner.fieldTypes.push({ name, type });
  if (name !== undefined && (element.key.type === 'PrivateIdentifier' || element.accessibility === 'private')) owner.privates.push(name);
  const initial: Node | null = element.value;
  if (!initial) return;
  x.thisStatic = element.static;
  if (name !== undefined) x.nameHints.set(unwrap(initial), name);
  walkInitialiser(x, initial, { class: owner.id, static: element.static });
  if (name === undefined) return;
  const value = () => evaluate(x, initial);
  owner.members.push({ name, value, static: element.static });
  x.effect('write', rangeOf(element), () => x.table.member(x.table.self(owner.id), name), { value, op: 'define' });
}

/** `handle = async (req, res) => { … }`: a field whose value is a function is as good as a method. */
function walkInitialiser(x: Extraction, initial: Node, method: MethodOf): void {
  const inner = unwrap(initial);
  if (inner.type === 'ArrowFunctionExpression') walkFunction(x, inner, method);
  else walkExpression(x, initial);
}
