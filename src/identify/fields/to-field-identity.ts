import type { FieldIdentity } from '../../facts/index.js';
import { NO_ALIASES, type FieldAliases } from './field-aliases.js';
import { FIELD_WORDS } from './field-words.js';
import { findPhrase, type FoundPhrase } from './find-phrase.js';
import { toWords } from './to-words.js';

/** Other spellings of one role: `repeatEmail` and `emailAgain` are the confirmation of the e-mail. */
const ROLE_SPELLINGS = new Map([
  ...['confirmation', 'confirmed', 'repeat', 'repeated', 'retype', 'reenter', 'again', 'verify'].map((word) => [word, 'confirm'] as const),
  ...['filter', 'query', 'lookup'].map((word) => [word, 'search'] as const),
  ['organisation', 'company'], ['organization', 'company'], ['business', 'work'], ['office', 'work'], ['secondary', 'second'],
  ['alternative', 'other'], ['alternate', 'other'], ['another', 'other'], ['traveler', 'traveller'], ['from', 'start'], ['to', 'end'],
]);

/** A second copy of these is a confirmation: `email2`, `password2`. A second phone is just another phone. */
const CONFIRMED_BY_TWO = new Set(['email', 'current-password', 'new-password']);

/** `billing[email]`, `user.email` and `['user', 'email']` are one path. Autocomplete sections (`section-blue`) name no field. */
function toSegments(names: readonly string[]): string[] {
  return names.flatMap((name) => name.replaceAll(/\bsection-\S+/gu, '').split(/[.[\]\s/:]+/u)).filter((segment) => segment !== '');
}

/** Phrases that say which of a person's telephones is meant. */
const ROLE_IN_PHRASE = new Map([
  ...['mobile', 'cell', 'cellphone', 'mobilenumber', 'mobileno', 'handy', 'handynummer', 'movil', 'celular', 'telemovel', 'cellulare'].map((phrase) => [phrase, 'mobile'] as const),
  ['whatsapp', 'whatsapp'], ['whatsappnumber', 'whatsapp'],
]);

/** `visitors` says the same as `visitor`. */
function toRole(word: string): string | undefined {
  const singular = word.endsWith('s') && FIELD_WORDS.roles.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
  if (FIELD_WORDS.roles.has(singular)) return ROLE_SPELLINGS.get(singular) ?? singular;
  return /^\d+$/u.test(word) ? word : undefined;
}

/** Sorted and without repetition, as {@link FieldIdentity} wants them. */
function toQualifiers(words: readonly string[], meaning: string): string[] {
  const roles = words.map(toRole).filter((role) => role !== undefined);
  const named = roles.map((role) => (role === '2' && CONFIRMED_BY_TWO.has(meaning) ? 'confirm' : role));
  return [...new Set(named)].sort();
}

/** `dateOfBirth.day` and `company.name` need both segments; `user.name` must not become the phrase "user name". */
function findAcross(parent: readonly string[], leaf: readonly string[], aliases: FieldAliases): FoundPhrase | undefined {
  const alone = findPhrase(leaf, aliases);
  if (parent.every((word) => FIELD_WORDS.neutral.has(word))) return alone;
  const joined = findPhrase([...parent, ...leaf], aliases);
  return joined !== undefined && joined.phrase.endsWith(leaf.join('')) && joined.phrase.length > (alone?.phrase.length ?? 0) ? joined : alone;
}

/** A name that the taxonomy does not have means itself, without what says nothing: `yourFavouriteColour`. */
function toOwnMeaning(words: readonly string[]): { meaning: string; strong: boolean } | undefined {
  const core = words.filter((word) => !FIELD_WORDS.neutral.has(word) && toRole(word) === undefined);
  if (core.length === 0 || core.every((word) => FIELD_WORDS.shared.has(word))) return undefined;
  return { meaning: core.join(' '), strong: core.length > 1 };
}

function isNoField(words: readonly string[]): boolean {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return true;
  return words.length > 1 && (FIELD_WORDS.flags.has(first) || FIELD_WORDS.states.has(last));
}

/** `user.name` or `applicantName` is a person's; a bare `name` may be a file's. */
function isStrong(phrase: string, rest: readonly string[], parent: readonly string[]): boolean {
  if (!FIELD_WORDS.weak.has(phrase)) return true;
  return rest.some((word) => word === 'your' || word === 'my') || [...rest, ...parent].some((word) => word === 'user' || word === 'person' || (toRole(word) !== undefined && !/^\d+$/u.test(word)));
}

/**
 * The identity of a field, from a property path (`['user', 'email']`) or a form name (`['billing[email]']`,
 * `['your-email']`, an autocomplete token).
 *
 * `undefined` where the name is no field of its own: flags and states (`emailVerified`, `isPhone`), names that
 * questions share (`answer`, `message`), and dynamic paths (a `'*'` segment: one field for each item of a loop).
 *
 * @param aliases names that the project has for fields; they come before the taxonomy and are never ambiguous
 */
export function toFieldIdentity(names: readonly string[], aliases: FieldAliases = NO_ALIASES): FieldIdentity | undefined {
  const segments = toSegments(names);
  const leaf = segments.findLast((segment) => !/^\d+$/u.test(segment));
  const name = names.at(-1);
  if (leaf === undefined || name === undefined || segments.includes('*') || segments.includes('**')) return undefined;
  const words = toWords(leaf);
  const before = segments.slice(0, segments.lastIndexOf(leaf));
  const parent = toWords(before.at(-1) ?? '');
  // `journey.search.surname` is the person's surname all the same, `searchName` on a page is a search box.
  const around = [...before.flatMap(toWords).filter((word) => word !== 'search'), ...segments.slice(segments.lastIndexOf(leaf) + 1)];
  const found = findAcross(parent, words, aliases);
  if (found !== undefined) {
    const beside = [...found.rest, ...around.filter((word) => !found.phrase.startsWith(word))];
    const qualifiers = toQualifiers([...beside, ROLE_IN_PHRASE.get(found.phrase) ?? ''], found.meaning);
    return { meaning: found.meaning, strong: aliases.has(found.phrase) || isStrong(found.phrase, found.rest, parent), qualifiers, name };
  }
  const own = isNoField(words) ? undefined : toOwnMeaning(words);
  return own === undefined ? undefined : { ...own, qualifiers: toQualifiers([...words, ...around], own.meaning), name };
}
