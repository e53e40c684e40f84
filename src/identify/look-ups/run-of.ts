import type { ControlPoint, Effect, Place } from '../../facts/index.js';
import type { Env, FunctionRef, Term } from '../../link/term.js';
import { placeIn } from '../context.js';
import type { IdentifyContext } from '../context.js';
import type { LookUp, LookUps } from './look-ups.js';
import { callKey } from './term-key.js';

/** One thing that happens when a function runs. */
export interface RunStep {
  readonly effect: Effect;
  readonly ref: FunctionRef;
  readonly env?: Env;
  /** Seen from the outermost function. */
  readonly where: ControlPoint;
  /** The call, or the value that is written, read or deleted. */
  readonly call: Term;
  /** What is looked up: calls with the same key ask for the same. */
  readonly asks?: { readonly key: string; readonly lookUp: LookUp };
  /** What the called functions do follows in the list. */
  readonly entered?: true;
  /** The call in the outermost function that leads here. */
  readonly through?: Place;
}

const MAX_DEPTH = 3;
const MAX_STEPS = 600;

/** All that running `ref` does, in order, what linked functions do in the place of their calls. A look-up is one step. */
export function runOf(context: IdentifyContext, lookUps: LookUps, ref: FunctionRef): readonly RunStep[] {
  const steps: RunStep[] = [];
  enter(ref, undefined, undefined, new Set(), undefined);
  return steps.map((step, order) => ({ ...step, where: { ...step.where, order } }));

  function enter(target: FunctionRef, env: Env | undefined, outer: ControlPoint | undefined, active: Set<FunctionRef['fn']>, through: Place | undefined): void {
    const { linked } = context;
    const awaited = new Set(target.file.awaits?.map(({ call }) => call));
    active.add(target.fn);
    for (const effect of target.fn.effects) {
      if (steps.length >= MAX_STEPS) break;
      const where = outer ? { ...effect.where, fn: outer.fn, arms: [...outer.arms, ...effect.where.arms], statement: outer.statement } : effect.where;
      const call = linked.term(target.file, effect.e === 'call' ? effect.call : effect.target, env);
      const lookUp = effect.e === 'call' && awaited.has(effect.call) ? lookUps.of(call) : undefined;
      const key = lookUp && callKey(linked, call);
      const callees = effect.e === 'call' && lookUp === undefined ? linked.callees(call).filter(({ fn }) => !active.has(fn)) : [];
      const entered = callees.length > 0 && callees.length <= 3 && active.size < MAX_DEPTH;
      steps.push({ effect, ref: target, ...(env ? { env } : {}), where, call, ...(lookUp && key !== undefined ? { asks: { key, lookUp } } : {}), ...(entered ? { entered } : {}), ...(through ? { through } : {}) });
      if (!entered) continue;
      for (const callee of callees) enter(callee, linked.enter({ call, within: target, effect: -1 }, callee, env), where, active, through ?? placeIn(target.file, effect.at));
    }
    active.delete(target.fn);
  }
}
