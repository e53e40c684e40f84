import type { Arm, ControlPoint } from './summary.js';

/** How two points of one function stand to each other when the function runs once. */
export type Relation = 'before' | 'after' | 'exclusive' | 'unordered';

/** The first construct in which the two points stand in different arms, unless a loop around it mixes its rounds. */
function findParting(a: readonly Arm[], b: readonly Arm[]): { arm: Arm; inLoop: boolean } | undefined {
  let inLoop = false;
  for (const arm of a) {
    const other = b.find((candidate) => candidate.branch === arm.branch);
    if (other === undefined) continue;
    if (other.arm !== arm.arm) return { arm, inLoop };
    inLoop ||= arm.kind === 'loop';
  }
  return undefined;
}

/**
 * Does `a` run before or after `b`, or does only one of them run?
 *
 * `exclusive` are the arms of one `if` or `switch`. `unordered` are points of different functions, arms of a branch
 * inside a loop (another round may take the other arm), and a `try` block beside its `catch` (the block may have run
 * in part).
 */
export function relatePoints(a: ControlPoint, b: ControlPoint): Relation {
  if (a.fn !== b.fn) return 'unordered';
  const parting = findParting(a.arms, b.arms);
  if (parting !== undefined) {
    const decides = parting.arm.kind === 'if' || parting.arm.kind === 'switch' || parting.arm.kind === 'short-circuit';
    return decides && !parting.inLoop ? 'exclusive' : 'unordered';
  }
  if (a.order === b.order) return 'unordered';
  return a.order < b.order ? 'before' : 'after';
}
