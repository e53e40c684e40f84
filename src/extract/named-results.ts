import type { NamedResult } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import { unwrap } from './node.js';

/** Variables of the file that begin as the awaited result of a call, in source order. */
export function namedResults(x: Extraction): readonly NamedResult[] {
  const found: NamedResult[] = [];
  for (const [id, init] of x.initials) {
    const awaited = unwrap(init);
    if (id.type !== 'Identifier' || awaited.type !== 'AwaitExpression') continue;
    const call = evaluate(x, awaited.argument);
    if (x.table.get(call).k === 'call') found.push({ name: id.name, call });
  }
  return found;
}
