import { parseDuration, toMilliseconds } from '../facts/index.js';
import type { Unit } from '../facts/index.js';

/** What a library makes of an amount: a span, or a moment in milliseconds since 1970. */
export type ReadAmount = { readonly span: number } | { readonly moment: number };

/** Reads an amount as the unit says; `undefined` for texts that are none, and for dates. */
export function readAmount(amount: number | string, unit: Unit): ReadAmount | undefined {
  if (typeof amount === 'string') return readText(amount, unit);
  if (unit === 'epoch-ms') return { moment: amount };
  if (unit === 'epoch-s' || unit === 'duration:jose') return { moment: amount * 1000 };
  const span = toMilliseconds(amount, unit === 'duration:jsonwebtoken' ? 's' : unit);
  return span === undefined ? undefined : { span };
}

/** `'2h'`, and `'3600'`, which the grammar of `ms` takes for milliseconds. A text that is given as a number counts as one. */
function readText(text: string, unit: Unit): ReadAmount | undefined {
  if (unit === 'duration:ms' || unit === 'duration:jsonwebtoken' || unit === 'duration:jose') {
    const span = parseDuration(text);
    return span === undefined ? undefined : { span };
  }
  return /^\d+$/.test(text) ? readAmount(Number(text), unit) : undefined;
}
