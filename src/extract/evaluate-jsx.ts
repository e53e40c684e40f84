import type * as Oxc from 'oxc-parser';
import type { Entry, ValueId } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import { internObject } from './evaluate-object.js';
import { valueOfVariable } from './evaluate-variable.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf } from './node.js';

/** `<Tag a={b}>children</Tag>`; a fragment has the empty tag. */
export function evaluateJsx(x: Extraction, node: Oxc.JSXElement | Oxc.JSXFragment): ValueId {
  const at = rangeOf(node);
  const tag = node.type === 'JSXElement' ? tagOf(x, node.openingElement.name) : x.table.literal('');
  const attributes = node.type === 'JSXElement' ? attributesOf(x, node.openingElement) : internObject(x, { k: 'object', at, entries: [], spreads: [], open: false });
  const children = childrenOf(x, node.children);
  return x.table.intern(`jsx ${at} ${tag} ${attributes} ${children}`, { k: 'jsx', tag, attributes, children, at });
}

function tagOf(x: Extraction, name: Oxc.JSXElementName): ValueId {
  if (name.type === 'JSXNamespacedName') return x.table.literal(`${name.namespace.name}:${name.name.name}`);
  if (name.type === 'JSXMemberExpression') return x.table.member(tagRoot(x, name.object), name.property.name);
  return isComponentName(name.name) ? tagRoot(x, name) : x.table.literal(name.name);
}

/** React's rule: a tag that begins with a small letter is an element of the page. */
export function isComponentName(name: string): boolean {
  const first = name[0] ?? '';
  return first !== first.toLowerCase() || first === '_' || first === '$' || name === 'this';
}

function tagRoot(x: Extraction, name: Node): ValueId {
  if (name.type === 'JSXMemberExpression') return x.table.member(tagRoot(x, name.object), name.property.name);
  // `<this.Icon/>` is a JSXIdentifier in some parsers and a ThisExpression in others.
  if (name.type === 'ThisExpression' || (name.type === 'JSXIdentifier' && name.name === 'this')) return x.table.self(x.selves.get(name) ?? null);
  const variable = x.jsxTags.get(name);
  return variable ? valueOfVariable(x, variable) : x.table.global((name as { name?: string }).name ?? '');
}

function attributesOf(x: Extraction, opening: Oxc.JSXOpeningElement): ValueId {
  const entries: Entry[] = [];
  const spreads: { of: ValueId; before: number }[] = [];
  for (const attribute of opening.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') spreads.push({ of: evaluate(x, attribute.argument), before: entries.length });
    else entries.push({ key: attributeName(attribute.name), value: attributeValue(x, attribute.value), at: rangeOf(attribute) });
  }
  return internObject(x, { k: 'object', at: rangeOf(opening), entries, spreads, open: false });
}

function attributeName(name: Oxc.JSXAttributeName): string {
  return name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : name.name;
}

function attributeValue(x: Extraction, value: Oxc.JSXAttributeValue | null): ValueId {
  if (!value) return x.table.literal(true);
  // Parsers differ in decoding entities: the source text between the quotes is the same everywhere.
  if (value.type === 'Literal') return x.table.literal(x.text.slice(rangeOf(value)[0] + 1, rangeOf(value)[1] - 1));
  if (value.type !== 'JSXExpressionContainer') return evaluate(x, value);
  return value.expression.type === 'JSXEmptyExpression' ? x.table.undefined() : evaluate(x, value.expression);
}

function childrenOf(x: Extraction, nodes: readonly Oxc.JSXChild[]): ValueId[] {
  const children: ValueId[] = [];
  for (const node of nodes) {
    if (node.type === 'JSXText') {
      const text = x.text.slice(...rangeOf(node)).trim();
      if (text !== '') children.push(x.table.literal(text));
    } else if (node.type === 'JSXSpreadChild') {
      children.push(evaluate(x, node.expression));
    } else if (node.type !== 'JSXExpressionContainer') {
      children.push(evaluate(x, node));
    } else if (node.expression.type !== 'JSXEmptyExpression') {
      children.push(evaluate(x, node.expression));
    }
  }
  return children;
}
