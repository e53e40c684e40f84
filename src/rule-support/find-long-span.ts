import type { Facts, GivenDuration, Lifetime, Place, Resolved } from '../facts/index.js';
import { findUnitMistake } from './find-unit-mistake.js';
import { readAmount } from './read-amount.js';

/** A lifetime that is longer than a limit. */
export interface LongSpan {
  readonly ms: number;
  /** Narrower than the lifetime's own place where the expression is known. */
  readonly at: Place;
  /** The expression that says so; absent for what a library does by itself, and for what callers of a wrapper give. */
  readonly given?: GivenDuration;
}

/**
 * The longest case of a lifetime above `limit` milliseconds. One in another unit than the library reads is a mistake
 * of its own, which `no-mismatched-expiry-unit` tells.
 */
export function findLongSpan(lifetime: Resolved<Lifetime> | undefined, limit: number, { durations }: Facts): LongSpan | undefined {
  const long = (lifetime?.cases ?? []).flatMap((found): readonly LongSpan[] => {
    if (found.status !== 'known' || found.value.ends !== 'after' || found.value.ms <= limit) return [];
    const { ms } = found.value;
    const given = durations.find((duration) => lies(duration.at, found.at) && comesTo(duration, ms));
    if (given && findUnitMistake(given) !== undefined) return [];
    return [{ ms, at: given?.at ?? found.at, ...(given ? { given } : {}) }];
  });
  return long.sort((a, b) => b.ms - a.ms)[0];
}

function lies({ file, range }: Place, within: Place): boolean {
  return file === within.file && within.range[0] <= range[0] && range[1] <= within.range[1];
}

function comesTo({ amount, unit }: GivenDuration, ms: number): boolean {
  return amount.cases.some((found) => {
    const read = found.status === 'known' ? readAmount(found.value, unit) : undefined;
    return read !== undefined && 'span' in read && read.span === ms;
  });
}
