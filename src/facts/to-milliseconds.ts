import type { Unit } from './facts.js';

const MS: Readonly<Partial<Record<Unit, number>>> = { ms: 1, 'duration:ms': 1, s: 1000, 'duration:jsonwebtoken': 1000, min: 60_000, h: 3_600_000, days: 86_400_000 };

/** A number in a unit of a model as milliseconds; `undefined` for units that are moments (`date`, `epoch-ms`). */
export function toMilliseconds(amount: number, unit: Unit): number | undefined {
  const factor = MS[unit];
  return factor === undefined ? undefined : amount * factor;
}
