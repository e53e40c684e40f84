import type { Write } from '../facts/index.js';
import { toWords } from '../identify/fields/to-words.js';

/** Links that stop mails, and hooks of other programs, work for as long as there are any. */
const LASTING = new Set(['unsubscribe', 'webhook']);

/** Does a token say that it is no session but meant to last: `{ purpose: 'unsubscribe' }`? */
export function isMeantToLast({ value }: Write): boolean {
  return value.properties.some(({ value: { literal } }) => typeof literal === 'string' && toWords(literal).some((word) => LASTING.has(word)));
}
