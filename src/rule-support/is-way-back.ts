import type { Ask, Flow } from '../facts/index.js';
import { toStepOrder } from './step-order.js';

/**
 * Does the ask lead to a step that lies behind: `if (text === 'no') { session.step = 'name'; … }`? Whoever declines a
 * summary wants to be asked again.
 *
 * @param offset where the steps of the ask's own flow begin in `flow`
 */
export function isWayBack({ takenBy }: Ask, index: number, flow: Pick<Flow, 'steps' | 'starts'>, offset = 0): boolean {
  return takenBy !== undefined && !toStepOrder(flow).comesAfter(takenBy + offset, index + offset);
}
