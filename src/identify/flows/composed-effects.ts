import type { ControlPoint, Effect, Place } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Env, FunctionRef, Term } from '../../link/term.js';

/** An effect as it happens when a function runs: its own, or that of a function it calls. */
export interface ComposedEffect {
  readonly effect: Effect;
  readonly ref: FunctionRef;
  readonly env?: Env;
  readonly at: Place;
  /** Seen from the outermost function: inside its branches *and* those of the functions in between. */
  readonly where: ControlPoint;
  /** The conditions of the arms of `where`, each as a value of the function that it stands in. */
  readonly tests: readonly (Term | undefined)[];
}

const MAX_DEPTH = 4;
const MAX_EFFECTS = 2000;

/** All effects of running `ref`, those of linked functions that it calls in their place. */
export function composedEffects(linked: Linked, ref: FunctionRef, env?: Env): readonly ComposedEffect[] {
  const found: ComposedEffect[] = [];
  collect(linked, ref, env, NOWHERE, new Set(), found);
  return found.map((one, order) => ({ ...one, where: { ...one.where, order } }));
}

/** The call that a function runs for; none for the outermost. */
interface Outer {
  readonly where?: ControlPoint;
  readonly tests: ComposedEffect['tests'];
}

const NOWHERE: Outer = { tests: [] };

function collect(linked: Linked, ref: FunctionRef, env: Env | undefined, outer: Outer, active: Set<FunctionRef['fn']>, found: ComposedEffect[]): void {
  if (active.has(ref.fn) || active.size >= MAX_DEPTH) return;
  active.add(ref.fn);
  for (const effect of ref.fn.effects) {
    if (found.length >= MAX_EFFECTS) break;
    const where = outer.where ? { ...effect.where, fn: outer.where.fn, arms: [...outer.where.arms, ...effect.where.arms], statement: outer.where.statement } : effect.where;
    const tests = [...outer.tests, ...effect.where.arms.map(({ test }) => (test === undefined ? undefined : linked.term(ref.file, test, env)))];
    found.push({ effect, ref, ...(env ? { env } : {}), at: { file: ref.file.file, range: effect.at }, where, tests });
    if (effect.e !== 'call') continue;
    const call = linked.term(ref.file, effect.call, env);
    for (const callee of linked.callees(call).slice(0, 3)) {
      const inner = linked.enter({ call, within: ref, effect: -1 }, callee, env);
      collect(linked, callee, inner, { where, tests }, active, found);
    }
  }
  active.delete(ref.fn);
}
