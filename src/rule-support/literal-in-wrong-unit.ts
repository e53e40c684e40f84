import type { Memory } from '../facts/index.js';

const HOUR = 3600;
const DAY = 86_400;
const YEAR = 365 * DAY;
const MAX_DAYS = 400;

/**
 * Is a number by itself one of the other unit? `scale` is 1 where milliseconds are read, 1000 where seconds are, 60 000
 * where minutes are.
 *
 * As milliseconds: whole hours or days of seconds, unless they are round milliseconds too (a lock of 18 000). As
 * seconds: more than 400 days that are round milliseconds, unless they are whole years. As minutes: more than 400 days
 * that are whole minutes of milliseconds. As days: {@link daysMeantAs}.
 */
export function looksMistaken(amount: number, scale: number, memory: Memory): boolean {
  if (!Number.isInteger(amount) || amount <= 0) return false;
  if (scale === 1) return isSeconds(amount, memory);
  if (scale === 60_000) return amount > MAX_DAYS * DAY / 60 && amount % 60_000 === 0;
  return scale === 1000 && amount > MAX_DAYS * DAY && amount % 1000 === 0 && !isYears(amount);
}

/**
 * What a number of days is counted in, where it is no number of days: 3600 and 86 400 are seconds, 3 600 000
 * milliseconds. Ten years (3650) and "for ever" (36 500, 99 999) are days, if many.
 */
export function daysMeantAs(amount: number): 'ms' | 's' | undefined {
  if (!Number.isInteger(amount) || amount <= MAX_DAYS) return undefined;
  if (amount >= 600_000 && amount % 60_000 === 0) return 'ms';
  return amount % 1800 === 0 && amount % 1000 !== 0 ? 's' : undefined;
}

function isSeconds(amount: number, memory: Memory): boolean {
  if (amount < 60_000) return amount % HOUR === 0 && (amount % 1000 !== 0 || memory !== 'server-record');
  return amount % DAY === 0 && amount <= MAX_DAYS * DAY && amount % 60_000 !== 0;
}

function isYears(seconds: number): boolean {
  return seconds % YEAR === 0 && seconds / YEAR <= 30;
}
