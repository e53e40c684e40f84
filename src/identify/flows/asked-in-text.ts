import type { FieldIdentity } from '../../facts/index.js';
import { NO_ALIASES, type FieldAliases } from '../fields/field-aliases.js';
import { FIELD_WORDS } from '../fields/field-words.js';
import { findPhrase } from '../fields/find-phrase.js';

/** A sentence of instructions that has a field asked for. */
export interface AskedInText {
  readonly field: FieldIdentity;
  /** Where the sentence begins in the text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  /** It is only to be asked under some condition. */
  readonly isConditional: boolean;
}

const ASKING = /\b(?:ask|asks|request|collect|gather|obtain)\b/giu;
/** A sentence with one of these asks when something is missing, or forbids to ask. */
const CONDITIONAL = /\b(?:if|unless|when|whenever|once|only|missing|already|not|never|don't|avoid|without|necessary|needed|optional|optionally|whether)\b|n[’']t\b/iu;
/** The person who is spoken to is nobody else. */
const PERSON = new Set(['user', 'customer', 'client', 'caller', 'member', 'guest', 'patient', 'visitor']);
/** A field is named by so many words at most. */
const MOST_WORDS = 4;
/** What stands further behind the verb is not its object. */
const MOST_BEHIND = 12;

/** The fields that a text tells an agent to ask for: `Start by asking …`, `Politely request the user's phone number.` */
export function askedInText(text: string, aliases: FieldAliases = NO_ALIASES): readonly AskedInText[] {
  return sentencesOf(text).flatMap(({ from, sentence }) => [...sentence.matchAll(ASKING)].flatMap((verb): readonly AskedInText[] => {
    const behind = (sentence.slice(verb.index + verb[0].length).split(/[,;:()]|\b(?:and|or|to|about|whether|so|before|by)\b/u)[0] ?? '').toLowerCase();
    const words = behind.replaceAll(/[’']s\b/gu, '').split(/[^\p{L}\d]+/u).filter(Boolean).slice(0, MOST_BEHIND);
    const field = fieldIn(words, aliases);
    return field ? [{ field, from, to: from + sentence.length, isConditional: CONDITIONAL.test(sentence) }] : [];
  }));
}

function sentencesOf(text: string): readonly { readonly from: number; readonly sentence: string }[] {
  return [...text.matchAll(/[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*/gu)].map((found) => {
    const indent = found[0].length - found[0].trimStart().length;
    return { from: found.index + indent, sentence: found[0].trim() };
  });
}

/** The longest phrase of the taxonomy; words before it say whose it is. */
function fieldIn(words: readonly string[], aliases: FieldAliases): FieldIdentity | undefined {
  for (let size = Math.min(MOST_WORDS, words.length); size > 0; size -= 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      const own = words.slice(start, start + size);
      const found = findPhrase(own, aliases);
      if (!found || found.rest.length > 0 || (FIELD_WORDS.weak.has(found.phrase) && !aliases.has(found.phrase))) continue;
      const qualifiers = words.slice(0, start).filter((word) => FIELD_WORDS.roles.has(word) && !PERSON.has(word));
      return { meaning: found.meaning, strong: true, qualifiers: [...new Set(qualifiers)].sort(), name: own.join(' ') };
    }
  }
  return undefined;
}
