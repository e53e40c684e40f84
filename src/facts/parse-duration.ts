const DURATION = /^(-?\d*\.?\d+) *(ms|milliseconds?|msecs?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|y|yrs?|years?)?$/i;

/** Milliseconds of a text in the grammar of the `ms` package, `undefined` when it is none. */
export function parseDuration(text: string): number | undefined {
  if (text.length > 100) return undefined;
  const [, amount, unit = 'ms'] = DURATION.exec(text.trim()) ?? [];
  if (amount === undefined) return undefined;
  const short = unit.toLowerCase();
  const factor = /^m(s|illi|sec)/.test(short) ? 1 : short.startsWith('s') ? 1000 : short.startsWith('m') ? 60_000 : short.startsWith('h') ? 3_600_000 : short.startsWith('d') ? 86_400_000 : short.startsWith('w') ? 604_800_000 : 31_557_600_000;
  return Number(amount) * factor;
}
