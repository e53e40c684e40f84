import type { Segment } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { staticKey } from './node.js';

/** The step that a property key makes: literal where it is written or resolves to a literal, else the value of the key. */
export function segmentOf(x: Extraction, key: Node, computed: boolean): Segment {
  const written = staticKey(key, computed);
  if (written !== undefined) return written;
  const id = evaluate(x, key);
  const value = x.table.get(id);
  if (value.k === 'literal' && (typeof value.value === 'string' || typeof value.value === 'number')) return String(value.value);
  return { dynamic: id };
}
