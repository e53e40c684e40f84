import type { FileSummary, ValueId } from '../../facts/index.js';
import { operandsOf } from '../../facts/operands.js';

/** Is the value made of a parameter, whichever: `redis.set(key, value)` in `save(key, value)`? */
export function mentionsParameter(summary: FileSummary, root: ValueId): boolean {
  const seen = new Set<ValueId>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const value = summary.values[id];
    if (value?.k === 'param') return true;
    if (value !== undefined) pending.push(...operandsOf(value));
  }
  return false;
}
