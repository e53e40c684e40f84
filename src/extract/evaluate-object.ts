import type { Entry, ObjectValue, Range, ValueId } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import type { Expression } from './node.js';
import { rangeOf } from './node.js';
import { segmentOf } from './segment.js';
import { spell } from './spell.js';

/** An object literal. Setters give a property no value; a computed key that is no literal leaves the object open. */
export function evaluateObject(x: Extraction, node: Extract<Expression, { type: 'ObjectExpression' }>): ValueId {
  const entries: Entry[] = [];
  const spreads: { of: ValueId; before: number }[] = [];
  const computed: { key: ValueId; value: ValueId; at: Range }[] = [];
  let open = false;
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      spreads.push({ of: evaluate(x, property.argument), before: entries.length });
    } else if (property.type === 'Property' && property.kind !== 'set') {
      const key = segmentOf(x, property.key, property.computed);
      const at = rangeOf(property);
      if (typeof key === 'string') entries.push({ key, value: evaluate(x, property.value), at });
      else {
        open = true;
        if (typeof key === 'object' && 'dynamic' in key) computed.push({ key: key.dynamic, value: evaluate(x, property.value), at });
      }
      spell(x, property.value, at);
    }
  }
  return internObject(x, { k: 'object', at: rangeOf(node), entries, spreads, open, ...(computed.length > 0 ? { computed } : {}) });
}

/** An object is what its place, entries and spreads are. */
export function internObject(x: Extraction, object: ObjectValue): ValueId {
  const entries = object.entries.map(entry => `${entry.at} ${entry.value}`).join(';');
  const spreads = object.spreads.map(spread => spread.of).join(';');
  const computed = (object.computed ?? []).map(entry => `${entry.key} ${entry.value}`).join(';');
  return x.table.intern(`object ${object.at} ${entries} ${spreads} ${object.open} ${computed}`, object);
}

/** An array literal. After a spread, positions are unknown: the array is open. */
export function evaluateArray(x: Extraction, node: Extract<Expression, { type: 'ArrayExpression' }>): ValueId {
  const of: ValueId[] = [];
  const spreads: ValueId[] = [];
  for (const element of node.elements) {
    if (!element) of.push(x.table.undefined());
    else if (element.type === 'SpreadElement') spreads.push(evaluate(x, element.argument));
    else of.push(evaluate(x, element));
  }
  return x.table.array(of, spreads, rangeOf(node));
}
