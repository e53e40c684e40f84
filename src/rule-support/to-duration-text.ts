const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['year', 31_536_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const YEAR = 31_536_000_000;
const DAY = 86_400_000;
/** 500 hours tell nobody anything. */
const MAX_EXACT = 120;

/**
 * Milliseconds as a person says them: `30 minutes`, `3.6 s`, `about 8 years`. The largest unit that fits exactly; of
 * two years and more, years.
 */
export function toDurationText(ms: number): string {
  const size = Math.abs(ms);
  if (size >= 2 * YEAR) return counted(ms / YEAR, 'year');
  const exact = UNITS.find(([name, unit]) => size >= unit && size % unit === 0 && (name === 'day' || size / unit <= MAX_EXACT));
  if (exact) return counted(ms / exact[1], exact[0]);
  if (size < 1000) return `${ms} ms`;
  if (size < 120_000) return `${Math.round(ms / 100) / 10} s`;
  const [name, unit] = UNITS.find(([, each]) => size >= 2 * each && each <= DAY) ?? ['minute', 60_000];
  return counted(ms / unit, name);
}

function counted(amount: number, unit: string): string {
  const rounded = Math.abs(amount) >= 2 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${rounded === amount ? '' : 'about '}${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
