import type { FileSummary, Value, ValueId } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';

/** What is kept in a way that only the linker can follow: a parameter, an entry of a collection. */
const ANY = Symbol('any');
type Key = string | typeof ANY;

/** Last names of what is given a literal somewhere: `session.step = 'email'`, `{ step: Step.Email }`. */
export function stageKeys({ files }: Linked): ReadonlySet<Key> {
  const keys = new Set<Key>([ANY]);
  for (const { values, functions } of files.values()) {
    for (const { effects } of functions) {
      for (const effect of effects) {
        const target = effect.e === 'write' ? values[effect.target] : undefined;
        if (target?.k === 'member' && typeof target.key === 'string') keys.add(target.key);
      }
    }
    for (const value of values) {
      if (value.k !== 'object') continue;
      for (const { key, value: id } of value.entries) if (isScalar(values[id])) keys.add(key);
    }
  }
  return keys;
}

/** Does the file compare one thing, that some code changes, with at least two literals, or choose by it from a table? Most do not, and cost no more than this. */
export function mayKeepStages({ values }: FileSummary, written: ReadonlySet<Key>): boolean {
  const compared = new Map<Key, Set<ValueId>>();
  const note = (kept: ValueId, stage: ValueId): void => {
    const key = isScalar(values[stage]) ? keyOf(values[kept]) : undefined;
    if (key === undefined || !written.has(key)) return;
    compared.set(key, (compared.get(key) ?? new Set()).add(stage));
  };
  for (const value of values) {
    if (value.k === 'op' && /^[!=]==?$/.test(value.op)) {
      const [left, right] = value.of;
      if (left === undefined || right === undefined) continue;
      note(left, right);
      note(right, left);
    } else if (value.k === 'member' && typeof value.key !== 'string' && 'dynamic' in value.key) {
      const key = keyOf(values[value.key.dynamic]);
      if (key !== undefined && key !== ANY && written.has(key)) return true;
    }
  }
  return [...compared.values()].some((stages) => stages.size > 1);
}

function isScalar(value: Value | undefined): boolean {
  return (value?.k === 'literal' && (typeof value.value === 'string' || typeof value.value === 'number')) || value?.k === 'member';
}

function keyOf(value: Value | undefined): Key | undefined {
  switch (value?.k) {
    case 'member':
      return typeof value.key === 'string' ? value.key : ANY;
    case 'call':
    case 'param':
    case 'any':
      return ANY;
    default:
      return undefined;
  }
}
