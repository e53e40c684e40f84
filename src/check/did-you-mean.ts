import { distance } from 'fastest-levenshtein';

/** `' Did you mean "no-repeated-ask"?'` when a known name is near, else `''`. */
export function didYouMean(given: string, known: Iterable<string>): string {
  let nearest: string | undefined;
  let best = Math.max(2, Math.floor(given.length / 3)) + 1;
  // A longer word than any name is no slip of the fingers, and would be slow to compare.
  for (const name of given.length > 100 ? [] : known) {
    const between = distance(given.toLowerCase(), name.toLowerCase());
    if (between < best) {
      best = between;
      nearest = name;
    }
  }
  return nearest === undefined ? '' : ` Did you mean ${JSON.stringify(nearest)}?`;
}
