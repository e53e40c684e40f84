import type { FileSummary, FunctionId, ValueId } from '../../facts/index.js';
import { valuesOfEffect } from '../../facts/operands.js';

/** What is registered somewhere in a file: `router.post('/answers', handler)`. */
export interface Registrations {
  /** The calls. */
  readonly calls: ReadonlySet<ValueId>;
  /** What they are called on: `router`. Whoever imports it decides what the handlers are given. */
  readonly receivers: ReadonlySet<ValueId>;
}

/** An argument may be wrapped: `router.post('/', [check, asyncHandler(save)])`. */
const MAX_WRAPPERS = 3;

/**
 * Calls that are handed something that matters: a function that does something with session memory, or a router that
 * has such handlers. The framework they belong to says nothing by itself, so only what is handed over tells.
 */
export function registrationsOf(summary: FileSummary, isHot: (id: ValueId) => boolean): Registrations {
  const hotFunctions = functionsThat(summary, isHot);
  const matters = (id: ValueId, depth = 0): boolean => {
    const value = summary.values[id];
    if (value === undefined || depth > MAX_WRAPPERS) return false;
    if (isHot(id)) return true;
    if (value.k === 'function') return hotFunctions.has(value.id);
    const inside = value.k === 'array' || value.k === 'any' ? value.of : value.k === 'call' ? value.args : [];
    return inside.some((one) => matters(one, depth + 1));
  };
  const calls = new Set<ValueId>();
  const receivers = new Set<ValueId>();
  for (const { effects } of summary.functions) {
    for (const effect of effects) {
      const call = effect.e === 'call' ? summary.values[effect.call] : undefined;
      if (effect.e !== 'call' || call?.k !== 'call' || !call.args.some((id) => matters(id))) continue;
      calls.add(effect.call);
      const receiver = receiverOf(summary, call.callee);
      if (receiver !== undefined) receivers.add(receiver);
    }
  }
  return { calls, receivers };
}

/** Functions that name a hot value, and those around them. */
function functionsThat(summary: FileSummary, isHot: (id: ValueId) => boolean): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>();
  for (const fn of summary.functions) {
    if (!fn.effects.flatMap(valuesOfEffect).some(isHot) && !fn.returns.some(isHot)) continue;
    for (let at: typeof fn | undefined = fn; at !== undefined && !found.has(at.id); at = at.parent === undefined ? undefined : summary.functions[at.parent]) found.add(at.id);
  }
  return found;
}

/** `router` of `router.route('/answers').post`. */
function receiverOf(summary: FileSummary, callee: ValueId): ValueId | undefined {
  let id = callee;
  for (let value = summary.values[id]; value !== undefined; value = summary.values[id]) {
    if (value.k === 'member') id = value.of;
    else if (value.k === 'call' && summary.values[value.callee]?.k === 'member') id = value.callee;
    else return id === callee ? undefined : id;
  }
  return undefined;
}
