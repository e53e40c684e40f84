import type { Flow } from '../facts/index.js';

/** Which steps of a flow come before which, as far as its edges tell. Steps are their indexes. */
export interface StepOrder {
  /** Can `later` follow `earlier` going forward? A way back for a retry does not turn the order round. */
  comesAfter(later: number, earlier: number): boolean;
  /** Does every way into `later` lead through `earlier`? False where a branch goes round it. */
  mustPass(earlier: number, later: number): boolean;
  /** Steps on some way from `earlier` to `later`, both excluded. */
  between(earlier: number, later: number): readonly number[];
  /** How many steps can follow this one, other than going back or staying. */
  waysForward(step: number): number;
}

function reachable(starts: readonly number[], next: (step: number) => readonly number[], without?: number): Set<number> {
  const seen = new Set<number>();
  const open = starts.filter((step) => step !== without);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    open.push(...next(step).filter((following) => following !== without));
  }
  return seen;
}

/**
 * The order of a flow's steps. An edge to a later step goes forward; an edge to an earlier one goes forward only when
 * the later step cannot be reached from it (pages whose order in the source is not that of the journey).
 */
export function toStepOrder({ steps, starts }: Pick<Flow, 'steps' | 'starts'>): StepOrder {
  const all = steps.map((step) => step.next.filter((next) => next >= 0 && next < steps.length));
  const reachedFrom = steps.map((_, step) => reachable(all[step] ?? [], (at) => all[at] ?? []));
  const forward = all.map((nexts, step) => nexts.filter((next) => next > step || (next < step && reachedFrom[next]?.has(step) !== true)));
  const forwardOf = (step: number): readonly number[] => forward[step] ?? [];
  const ahead = steps.map((_, step) => reachable(forwardOf(step), forwardOf));
  const entered = new Set(forward.flat());
  const entries = starts ?? steps.map((_, step) => step).filter((step) => step === 0 || !entered.has(step));
  return {
    comesAfter: (later, earlier) => later !== earlier && ahead[earlier]?.has(later) === true,
    mustPass: (earlier, later) => !reachable(entries, forwardOf, earlier).has(later),
    between: (earlier, later) => [...(ahead[earlier] ?? [])].filter((step) => step !== later && ahead[step]?.has(later) === true),
    waysForward: (step) => forwardOf(step).length,
  };
}
