import { toWords } from '../identify/fields/to-words.js';

/** What a comment or a name says about a duration: how long it is, or only what it is counted in. */
export interface Stated {
  /** Milliseconds. */
  readonly span?: number;
  /** Milliseconds of the unit that stands without a number: 1000 for `ttlSeconds`. */
  readonly unit?: number;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ...named(1, 'ms', 'msec', 'msecs', 'millis', 'millisecond', 'milliseconds'),
  ...named(1000, 's', 'sec', 'secs', 'second', 'seconds'),
  ...named(60_000, 'min', 'mins', 'minute', 'minutes'),
  ...named(3_600_000, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...named(86_400_000, 'd', 'day', 'days'),
  ...named(604_800_000, 'week', 'weeks'),
  ...named(2_629_800_000, 'month', 'months'),
  ...named(31_557_600_000, 'year', 'years', 'yr', 'yrs'),
]);

const NUMBERS: ReadonlyMap<string, number> = new Map([
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
].map((word, index): readonly [string, number] => [word, index + 1]).concat([['a', 1], ['an', 1], ['twenty', 20], ['thirty', 30], ['forty', 40], ['sixty', 60], ['ninety', 90]]));

/** What may stand beside a duration in a comment that states what the value is, and not a limit, a default or a past. */
const FILLERS: ReadonlySet<string> = new Set(['in', 'for', 'expires', 'expire', 'expiry', 'expiration', 'after', 'cookie', 'session', 'sessions', 'ttl', 'lifetime', 'maxage', 'of', 'lasts', 'valid', 'is', 'about', 'set', 'to', 'keep', 'lives', 'timeout', 'idle', 'approx', 'the', 'it', 'will', 'and']);

function named(ms: number, ...words: readonly string[]): readonly (readonly [string, number])[] {
  return words.map((word) => [word, ms]);
}

/** `3 days`, `= 1 hour in ms`, `expires in 30 minutes`; `seconds` alone is a unit. `undefined` where anything else is said. */
export function statedInComment(text: string): Stated | undefined {
  if (text.length > 80) return undefined;
  // `60 * 60 = 1 hour`: signs of a calculation are words that say more than a duration.
  return stated(text.toLowerCase().match(/\d+(?:\.\d+)?|\p{L}+|[^\s\p{L}\d=~().,:;-]/gu) ?? [], (word) => FILLERS.has(word));
}

/** Words at the end of a name that say what it counts in. `TTL_MIN` may be a minimum. */
const COUNTED_IN = /^(?:ms|msecs?|millis|milliseconds|secs?|seconds|mins|minutes|hrs|hours|days|weeks)$/;

/** `ONE_HOUR`, `sevenDays`, `DAY` are spans; `ttlSeconds` and `DAY_MS` a unit. `PER_HOUR` and `hours24` are neither. */
export function statedInName(name: string): Stated | undefined {
  const words = toWords(name);
  const last = words.at(-1) ?? '';
  const span = stated(words, () => true)?.span;
  if (span !== undefined) return { span };
  const unit = UNITS.get(last);
  if (unit === undefined || words.includes('per') || words.some((word) => NUMBERS.has(word) || /^\d/.test(word))) return undefined;
  if (COUNTED_IN.test(last)) return { unit };
  return words.length === 1 && last.length > 3 ? { span: unit } : undefined;
}

/** One number with its unit, and at most a unit of what it is given in behind it. */
function stated(words: readonly string[], isFiller: (word: string) => boolean): Stated | undefined {
  const spans: number[] = [];
  let bare: number | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const amount = NUMBERS.get(word) ?? (/^\d/.test(word) ? Number(word) : undefined);
    const unit = UNITS.get(words[index + 1] ?? '');
    if (amount !== undefined && unit !== undefined) {
      spans.push(amount * unit);
      index++;
    } else if (UNITS.has(word)) {
      bare = UNITS.get(word);
    } else if (!isFiller(word)) {
      return undefined;
    }
  }
  const [span, ...others] = spans;
  if (others.length > 0) return undefined;
  if (span !== undefined) return { span };
  return bare === undefined ? undefined : { unit: bare };
}
