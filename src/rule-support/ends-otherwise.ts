import type { Write } from '../facts/index.js';
import { toWords } from '../identify/fields/to-words.js';

/** Links that stop mails, and hooks of other programs, work for as long as there are any. */
const LASTING = new Set(['unsubscribe', 'webhook']);

/** A claim of its own that whoever reads the token can hold against the clock: `expiresAt`, `createdAt`. */
const TIME = /^(?:exp|expires|expiry|expiration|expire|ttl|valid until|(?:created|issued|signed|generated)(?: at| on)?|timestamp)(?: .*)?$/;

/** Does a token without `exp` say that it ends by another claim, or that it is no session and meant to last? */
export function endsOtherwise({ value }: Write): boolean {
  return value.properties.some(({ path, value: { literal } }) => {
    const isForLong = typeof literal === 'string' && toWords(literal).some((word) => LASTING.has(word));
    return isForLong || TIME.test(toWords(path.at(-1) ?? '').join(' '));
  });
}
