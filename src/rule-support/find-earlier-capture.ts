import { sameField } from '../identify/fields/same-field.js';
import type { Capture, FieldIdentity, Flow, FlowStep } from '../facts/index.js';
import { toStepOrder, type StepOrder } from './step-order.js';

/** A capture and the step it stands in. */
export interface EarlierCapture {
  readonly capture: Capture;
  readonly step: FlowStep;
}

function isPrefix(prefix: readonly string[], path: readonly string[]): boolean {
  return prefix.length <= path.length && prefix.every((segment, index) => segment === path[index]);
}

/** A path below the capture's own is a part of it: clearing `session.contact.phone` leaves `session.contact.email`. */
function isCleared(capture: Capture, from: number, to: number, flow: Flow, order: StepOrder): boolean {
  const begun = (step: number): boolean => flow.steps[step]?.clears.some((path) => isPrefix(path, capture.path)) === true;
  const left = (step: number): boolean => flow.steps[step]?.clearsOnLeave?.some((path) => isPrefix(path, capture.path)) === true;
  // A step that captures often begins by clearing the whole (`req.session.journey = {}`): only the exact path counts there.
  const clearsItself = [...(flow.steps[from]?.clears ?? []), ...(flow.steps[from]?.clearsOnLeave ?? [])].some((path) => path.length > 0 && path.length === capture.path.length && isPrefix(path, capture.path));
  return clearsItself || begun(to) || order.between(from, to).some((step) => begun(step) || left(step));
}

/** Captured only in one arm of a step that can go several ways: the other way may never have captured it. */
function mayBeSkipped(capture: Capture, step: number, order: StepOrder): boolean {
  return order.waysForward(step) > 1 && capture.where.arms.some((arm) => arm.kind === 'if' || arm.kind === 'switch' || arm.kind === 'catch');
}

/** Ambiguous names (`name`, `code`) are the same field only where they land in the same property. */
function landsInSameProperty(capture: Capture, field: FieldIdentity): boolean {
  return field.strong || capture.path.at(-1) === field.name || capture.field.name === field.name;
}

/**
 * The first capture of `field` in a step that comes before `step`, whose value is still there when `step` runs.
 *
 * With `certain`, every way to the step must lead through the capture; without it one way is enough.
 */
export function findEarlierCapture(field: FieldIdentity, step: number, flow: Flow, certain: boolean): EarlierCapture | undefined {
  const order = toStepOrder(flow);
  for (const [earlier, candidate] of flow.steps.entries()) {
    if (!order.comesAfter(step, earlier) || (certain && !order.mustPass(earlier, step))) continue;
    const capture = candidate.captures.find((found) => sameField(found.field, field)
      && landsInSameProperty(found, field)
      && !(certain && (found.skippable === true || mayBeSkipped(found, earlier, order)))
      && !isCleared(found, earlier, step, flow, order));
    if (capture !== undefined) return { capture, step: candidate };
  }
  return undefined;
}
