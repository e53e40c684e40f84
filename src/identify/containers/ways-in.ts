import type { ControlPoint, FunctionSummary } from '../../facts/index.js';
import type { FunctionRef } from '../../link/term.js';
import type { HowRun, Trigger } from './how-run.js';

/** Callers of callers that are followed. */
const MAX_DEPTH = 6;
const MAX_FUNCTIONS = 60;

/** All ways that lead to a place. */
export interface WaysIn {
  /** Points in the functions on the way, that of the place itself among them. */
  readonly points: ReadonlyMap<FunctionSummary, readonly ControlPoint[]>;
  readonly triggers: ReadonlySet<Trigger>;
  /** A module's own code leads there: it runs when the program starts. */
  readonly atStart: boolean;
  /** A function on the way that nothing linked calls: an exported one, a method, a closure that is handed out. */
  readonly open: boolean;
}

/** Follows calls upwards from a place to what makes it run. */
export function findWaysIn(how: HowRun, within: FunctionRef, where: ControlPoint): WaysIn {
  const points = new Map<FunctionSummary, ControlPoint[]>([[within.fn, [where]]]);
  const triggers = new Set<Trigger>();
  let atStart = false;
  let open = false;
  let level: readonly FunctionRef[] = [within];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: FunctionRef[] = [];
    for (const ref of level) {
      const runs = how.runsOf(ref);
      if (ref.fn.id === 0) atStart = true;
      else if (runs.length === 0) open = true;
      for (const run of runs) {
        if ('by' in run) triggers.add(run.by);
        else if (!points.has(run.from.fn) && points.size < MAX_FUNCTIONS) {
          points.set(run.from.fn, [run.where]);
          next.push(run.from);
        } else points.get(run.from.fn)?.push(run.where);
      }
    }
    level = next;
  }
  return { points, triggers, atStart, open };
}
