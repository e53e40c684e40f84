import type { Extraction } from './extraction.js';
import type { FunctionNode, Node, TypeNode } from './node.js';
import { unwrap } from './node.js';

/** `const load: PageServerLoad = ({ cookies }) => …` and `{ default: ({ cookies }) => … } satisfies Actions` say what the functions are handed. */
export function noteWrittenType(x: Extraction, written: Node, type: TypeNode): void {
  const inner = unwrap(written);
  if (isFunction(inner)) x.writtenTypes.set(inner, { type, property: false });
  if (inner.type !== 'ObjectExpression') return;
  for (const property of inner.properties) {
    if (property.type !== 'Property') continue;
    const value = unwrap(property.value);
    if (isFunction(value)) x.writtenTypes.set(value, { type, property: true });
  }
}

function isFunction(node: Node): node is FunctionNode {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';
}
