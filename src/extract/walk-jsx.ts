import type * as Oxc from 'oxc-parser';
import { evaluate } from './evaluate.js';
import { isComponentName } from './evaluate-jsx.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf } from './node.js';
import { walkExpression } from './walk-expression.js';

/** Elements of a page that ask a person for something. */
const FORM_TAGS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'form']);

/** Walk attributes and children; a form element or a component is an effect like a call. */
export function walkJsx(x: Extraction, node: Oxc.JSXElement | Oxc.JSXFragment): void {
  if (node.type === 'JSXElement') walkOpening(x, node.openingElement);
  for (const child of node.children) walkChild(x, child);
  if (node.type === 'JSXElement' && isEffect(node.openingElement.name)) x.effect('call', rangeOf(node), () => evaluate(x, node));
}

function walkOpening(x: Extraction, opening: Oxc.JSXOpeningElement): void {
  noteRoot(x, opening.name);
  for (const attribute of opening.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') walkExpression(x, attribute.argument);
    else if (attribute.value && attribute.value.type !== 'Literal') walkChild(x, attribute.value);
  }
}

function walkChild(x: Extraction, child: Node): void {
  if (child.type !== 'JSXExpressionContainer' && child.type !== 'JSXSpreadChild') walkExpression(x, child);
  else if (child.expression.type !== 'JSXEmptyExpression') walkExpression(x, child.expression);
}

/** Which variable `<Tag>` or `<ui.Tag>` means. eslint-scope has no references for tags, so it is looked up by name here. */
function noteRoot(x: Extraction, name: Node): void {
  let root = name;
  while (root.type === 'JSXMemberExpression') root = root.object;
  if (root.type === 'ThisExpression' || (root.type === 'JSXIdentifier' && root.name === 'this')) x.selves.set(root, x.thisClass);
  else if (root.type === 'JSXIdentifier' || root.type === 'Identifier') x.jsxTags.set(root, x.names.lookUp(root.name, x.scope));
}

function isEffect(name: Node): boolean {
  if (name.type !== 'JSXIdentifier' && name.type !== 'Identifier') return name.type === 'JSXMemberExpression';
  return FORM_TAGS.has(name.name) || isComponentName(name.name);
}
