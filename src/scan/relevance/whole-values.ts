import type { FileSummary, ValueId } from '../../facts/index.js';

/** The value itself, and what `JSON.stringify(form)` is given. */
export function wholeValues({ values }: FileSummary, id: ValueId): readonly ValueId[] {
  const value = values[id];
  const inside = value?.k === 'call' ? value.args : [];
  return [id, ...inside].filter((one) => {
    const each = values[one];
    return each?.k === 'param' || (each?.k === 'member' && each.key === 'body');
  });
}

/** The functions that such values are handed to: what they read of them tells what is stored. */
export function readersOf(summary: FileSummary, stored: readonly ValueId[]): readonly ValueId[] {
  const known = new Set(stored);
  const readers = new Set<ValueId>();
  const pending = [...known];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const value of summary.values) {
      const at = value.k === 'call' ? value.args.indexOf(id) : -1;
      if (value.k !== 'call' || at < 0) continue;
      readers.add(value.callee);
      const callee = summary.values[value.callee];
      const parameter = callee?.k === 'function' ? summary.values.findIndex((each) => each.k === 'param' && each.fn === callee.id && each.index === at) as ValueId : -1;
      if (parameter < 0 || known.has(parameter as ValueId)) continue;
      known.add(parameter as ValueId);
      pending.push(parameter as ValueId);
    }
  }
  return [...readers];
}
