import type { Case, Lifetime, Resolved } from '../../src/facts/index.js';

/** How long something is kept, in milliseconds or in words; what the engine predicts and what the package does compare by it. */
export type Outcome = number | 'never' | 'browser-close' | 'unknown' | 'not kept' | 'throws';

/** What the engine predicts. Code under test has no branches, so all cases say the same. */
export function predicted(lifetime: Resolved<Lifetime> | undefined): Outcome {
  const [only, ...others] = new Set(lifetime?.cases.map(toWord));
  if (only === undefined || others.length > 0) throw new Error(`one outcome expected, got ${JSON.stringify(lifetime)}`);
  return only;
}

function toWord(one: Case<Lifetime>): Outcome {
  if (one.status !== 'known') return 'unknown';
  return one.value.ends === 'after' ? one.value.ms : one.value.ends;
}

/** A measured remaining life as the round number of seconds that it was a moment ago. Running a test takes less than two. */
export function toOutcome(remaining: number): number {
  const seconds = Math.max(0, Math.ceil(remaining / 1000));
  return (seconds % 10 === 9 ? seconds + 1 : seconds) * 1000;
}
