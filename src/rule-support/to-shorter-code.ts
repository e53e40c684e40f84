import type { Edit } from '../rule.js';
import type { LongSpan } from './find-long-span.js';
import { toDurationCode } from './to-duration-code.js';

/** A shorter duration in place of one that is too long; `undefined` where that is not written as one number. */
export function toShorterCode({ given }: LongSpan, ms: number): { readonly code: string; readonly edit: Edit } | undefined {
  if (given?.expression === undefined || given.amount.cases.length > 1 || (given.unit !== 'ms' && given.unit !== 's')) return undefined;
  const code = toDurationCode(ms / 60_000, given.unit);
  return { code, edit: { edit: 'replace', at: given.expression, code } };
}
