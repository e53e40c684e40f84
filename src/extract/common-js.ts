import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { staticKey } from './node.js';

/** The export that an assignment target is: `module.exports`, or `'a'` for `exports.a` and `module.exports.a`. */
export function commonJsExport(x: Extraction, target: Node): string | undefined {
  if (target.type !== 'MemberExpression') return undefined;
  if (isModuleExports(x, target)) return 'module.exports';
  if (!x.isGlobal(target.object, 'exports') && !isModuleExports(x, target.object)) return undefined;
  return staticKey(target.property, target.computed);
}

function isModuleExports(x: Extraction, node: Node): boolean {
  return node.type === 'MemberExpression' && staticKey(node.property, node.computed) === 'exports' && x.isGlobal(node.object, 'module');
}
