import type { Ask } from '../facts/index.js';
import { sameField } from '../identify/fields/same-field.js';
import type { AskSite } from './find-guarded-twin.js';
import { isRevisit } from './is-revisit.js';
import { toStepOrder } from './step-order.js';

/** An ask and the step it stands in. */
export interface EarlierAsk {
  readonly ask: Ask;
  readonly step: string;
}

/** The same question in a step that everybody has come through, in a flow that keeps no answer at all. */
export function findForgottenAsk({ field, index, flow }: AskSite): EarlierAsk | undefined {
  if (flow.steps.some(({ captures }) => captures.length > 0)) return undefined;
  const order = toStepOrder(flow);
  for (const [earlier, { name, asks }] of flow.steps.entries()) {
    if (isRevisit(name) || !order.comesAfter(index, earlier) || !order.mustPass(earlier, index)) continue;
    const ask = asks.find((one) => one.guard === 'none' && one.field !== undefined && sameField(one.field, field) && (field.strong || one.field.name === field.name));
    if (ask) return { ask, step: name };
  }
  return undefined;
}
