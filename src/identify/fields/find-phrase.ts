import { NO_ALIASES, type FieldAliases } from './field-aliases.js';
import { FIELD_MEANINGS } from './field-meanings.js';
import { FIELD_WORDS } from './field-words.js';

const meaningOfPhrase = new Map<string, string>();
for (const [meaning, phrases] of Object.entries(FIELD_MEANINGS)) {
  for (const phrase of [meaning.replace(/^x-/u, '').replaceAll('-', ' '), ...phrases]) meaningOfPhrase.set(phrase.replaceAll(' ', ''), meaning);
}

/** A name of more words is text or generated code. Looking for a phrase in it would take minutes. */
const MOST_WORDS = 32;

/** A phrase of the taxonomy found in a name, with the words that stand around it. */
export interface FoundPhrase {
  readonly meaning: string;
  /** The phrase without spaces: `emailaddress`. */
  readonly phrase: string;
  /** The other words, in order: `['billing']` of `billingEmailAddress`. */
  readonly rest: readonly string[];
}

/** Around a field's phrase only these may stand. Whatever else makes it another thing: `petName`, `emailVerified`. */
function mayStandBeside(word: string): boolean {
  return FIELD_WORDS.neutral.has(word) || FIELD_WORDS.roles.has(word) || /^\d+$/u.test(word);
}

/**
 * The longest phrase of the taxonomy in `words` whose neighbours are only neutral words, roles and numbers.
 * Compounds that were written as one word are found too, because phrases are compared without spaces.
 * Names of more than 32 words have none.
 */
export function findPhrase(words: readonly string[], aliases: FieldAliases = NO_ALIASES): FoundPhrase | undefined {
  if (words.length > MOST_WORDS) return undefined;
  for (let size = words.length; size > 0; size -= 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      const phrase = words.slice(start, start + size).join('');
      const meaning = aliases.get(phrase) ?? meaningOfPhrase.get(phrase);
      const rest = [...words.slice(0, start), ...words.slice(start + size)];
      if (meaning !== undefined && rest.every(mayStandBeside)) return { meaning, phrase, rest };
    }
  }
  return undefined;
}
