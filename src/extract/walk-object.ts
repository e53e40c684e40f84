import type { Extraction } from './extraction.js';
import type { Expression } from './node.js';
import { staticKey } from './node.js';
import { walkExpression } from './walk-expression.js';

/** Keys and values of an object literal; functions in it are named by their property. */
export function walkObject(x: Extraction, node: Extract<Expression, { type: 'ObjectExpression' }>): void {
  for (const property of node.properties) {
    if (property.type !== 'Property') {
      walkExpression(x, property.argument);
      continue;
    }
    if (property.computed) walkExpression(x, property.key);
    const name = staticKey(property.key, property.computed);
    if (name !== undefined) x.nameHints.set(property.value, name);
    // Methods of a plain object are not methods of the class around it.
    const { thisClass } = x;
    if (property.method || property.kind !== 'init') x.thisClass = null;
    walkExpression(x, property.value);
    x.thisClass = thisClass;
  }
}
