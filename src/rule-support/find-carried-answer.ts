import { sameField } from '../identify/fields/same-field.js';
import type { Capture, FieldIdentity, Flow, FlowEntry } from '../facts/index.js';

/** A way into the flow that hands the answer over, so that nobody needs to ask for it. Ambiguous names do not count. */
export function findCarriedAnswer(field: FieldIdentity, { entries = [] }: Flow): { readonly entry: FlowEntry; readonly capture: Capture } | undefined {
  for (const entry of entries) {
    const capture = entry.carries.find((carried) => sameField(carried.field, field) && (field.strong || carried.path.at(-1) === field.name));
    if (capture) return { entry, capture };
  }
  return undefined;
}
