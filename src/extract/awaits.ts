import type { AwaitedCall } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf, unwrap } from './node.js';

/** Calls that are waited for, in source order, each with the variable that holds its result and nothing else. */
export function closeAwaits(x: Extraction): readonly AwaitedCall[] {
  if (x.awaits.length === 0) return [];
  const names = namesOfResults(x);
  return [...new Set(x.awaits)].sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]).flatMap((node): readonly AwaitedCall[] => {
    const call = evaluate(x, node.argument);
    if (x.table.get(call).k !== 'call') return [];
    const name = names.get(node);
    return [{ at: rangeOf(node), call, ...(name === undefined ? {} : { name }) }];
  });
}

function namesOfResults(x: Extraction): ReadonlyMap<Node, string> {
  const names = new Map<Node, string>();
  for (const [id, init] of x.initials) {
    const inner = unwrap(init);
    if (inner.type !== 'AwaitExpression' || id.type !== 'Identifier') continue;
    const variable = x.names.of(id);
    if (variable && x.names.bindingsOf(variable).length === 1) names.set(inner, id.name);
  }
  return names;
}
