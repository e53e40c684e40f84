/** What a product of clock numbers says it is counted in. */
export interface ClockProduct {
  /** Milliseconds of that unit: 1000 for `60 * 60 * 24`, 1 for `60 * 1000`. */
  readonly unit: number;
  /** A factor of 100 stands where 1000 does in `1000 * 60 * 60 * 24`. */
  readonly hundred: boolean;
}

const MINUTE = 60_000;

/** `60 * 60 * 24` counts seconds, `24 * 60` minutes, `5 * 60 * 1000` milliseconds; `undefined` for what is no clock product. */
export function toClockProduct(factors: readonly number[], open: boolean): ClockProduct | undefined {
  if (factors.length < 2 && !open) return undefined;
  const sixties = factors.filter((factor) => factor === 60).length + 2 * factors.filter((factor) => factor === 3600 || factor === 86_400).length;
  const inMilliseconds = factors.some(isThousands);
  const clock = sixties > 0 || factors.some((factor) => [60_000, 3_600_000, 86_400_000].includes(factor));
  if (!clock) return undefined;
  const hundred = !inMilliseconds && standsForThousand(factors);
  if (inMilliseconds || factors.some((one, at) => factors.some((other, index) => index > at && one * other === 1000))) return { unit: 1, hundred: false };
  return { unit: sixties === 1 && factors.includes(24) ? MINUTE : 1000, hundred };
}

/** 1000, 5000, 60 000, 86 400 000. */
export function isThousands(factor: number): boolean {
  return factor >= 1000 && factor % 1000 === 0;
}

/** `100 * 60 * 60 * 24` and `24 * 60 * 60 * 100`: the hundred stands next to the seconds. */
function standsForThousand(factors: readonly number[]): boolean {
  const clock = factors.filter((factor) => factor === 100 || factor === 60 || factor === 24).join(' ');
  return clock === '100 60 60 24' || clock === '24 60 60 100';
}
