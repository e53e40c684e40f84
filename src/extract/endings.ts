import type * as Oxc from 'oxc-parser';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';

/** Does control never reach the end of this statement? `return`, `throw`, `continue`, `break`, or every branch one of them. */
export function always(x: Extraction, node: Node): boolean {
  const known = x.endings.get(node);
  if (known !== undefined) return known;
  const ends = endsAnew(x, node);
  x.endings.set(node, ends);
  return ends;
}

function endsAnew(x: Extraction, node: Node): boolean {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement': return true;
    case 'BlockStatement': return node.body.some(statement => always(x, statement));
    case 'IfStatement': return everyBranchEnds(x, node);
    case 'TryStatement':
      return (!!node.finalizer && always(x, node.finalizer)) || (always(x, node.block) && (!node.handler || always(x, node.handler.body)));
    default: return false;
  }
}

function everyBranchEnds(x: Extraction, node: Oxc.IfStatement): boolean {
  let branch = node;
  while (always(x, branch.consequent)) {
    const { alternate } = branch;
    if (alternate?.type !== 'IfStatement') return !!alternate && always(x, alternate);
    branch = alternate;
  }
  return false;
}
