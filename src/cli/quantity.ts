import { UsageError } from '../scan/problem.js';

const sizes: ReadonlyMap<string, number> = new Map([['', 1], ['b', 1], ['kb', 1_000], ['kib', 1_024], ['k', 1_024], ['mb', 1_000_000], ['mib', 1_048_576], ['m', 1_048_576]]);
const times: ReadonlyMap<string, number> = new Map([['', 1_000], ['ms', 1], ['s', 1_000], ['m', 60_000], ['min', 60_000], ['h', 3_600_000]]);
/** Node cannot make longer strings, and nothing useful is this large. */
const largestSize = 512 * 1_048_576;

/** `2MiB`, `500kb`, `1048576` to bytes. @throws UsageError */
export function toBytes(option: string, text: string): number {
  const bytes = quantityOf(text, sizes);
  if (bytes === undefined || bytes < 1 || bytes > largestSize) throw new UsageError(`--${option} must be a size such as 500KiB or 2MiB (at most 512MiB), not ${JSON.stringify(text)}.`);
  return Math.floor(bytes);
}

/** `90s`, `5m`, `30` (seconds) to milliseconds. @throws UsageError */
export function toMilliseconds(option: string, text: string): number {
  const ms = quantityOf(text, times);
  if (ms === undefined || ms < 1) throw new UsageError(`--${option} must be a time such as 90s or 5m, not ${JSON.stringify(text)}.`);
  return ms;
}

function quantityOf(text: string, units: ReadonlyMap<string, number>): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?([a-z]{0,3})$/i.exec(text.trim());
  const unit = units.get((match?.[2] ?? '').toLowerCase());
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}
