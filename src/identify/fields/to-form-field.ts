import type { FieldIdentity } from '../../facts/index.js';
import { NO_ALIASES, type FieldAliases } from './field-aliases.js';
import { FIELD_MEANINGS } from './field-meanings.js';
import { FIELD_WORDS } from './field-words.js';
import { findPhrase } from './find-phrase.js';
import { toFieldIdentity } from './to-field-identity.js';
import { toWords } from './to-words.js';

const TOKEN = /(?:^|\s)([a-z]+(?:-[a-z\d]+)*)(?:\s+webauthn)?$/;
const SIGN_IN: ReadonlySet<string> = new Set(['username', 'current-password', 'new-password', 'one-time-code']);
/** What a label says of the answer, not of the field: `Email address (optional)`. */
const ASIDE = /\((?:optional|required)\)/giu;

/** What a form says of a field, beside its name. */
export interface FieldHints {
  readonly autocomplete?: string | undefined;
  readonly label?: string | undefined;
}

/**
 * The identity of a form's field. Its name comes first; where that says nothing the taxonomy knows (`q_17`), its
 * `autocomplete` token tells what it is, as it tells the browser, and then its label (`Postcode`), as it tells people.
 */
export function toFormField(name: string, hints: FieldHints, aliases: FieldAliases = NO_ALIASES): FieldIdentity | undefined {
  const named = toFieldIdentity([name], aliases);
  if (named && (named.meaning in FIELD_MEANINGS || named.meaning.startsWith('x-'))) return named;
  return ofToken(name, hints.autocomplete ?? '') ?? ofLabel(name, hints.label ?? '', aliases) ?? named;
}

function ofToken(name: string, autocomplete: string): FieldIdentity | undefined {
  const token = TOKEN.exec(autocomplete.trim().toLowerCase())?.[1];
  if (token === undefined || SIGN_IN.has(token) || !(token in FIELD_MEANINGS)) return undefined;
  const told = toFieldIdentity([autocomplete]);
  return told && { ...told, name };
}

/** `q_17` and `field3` say nothing; `property_details` says more than its label `Address`. */
function saysNothing(word: string): boolean {
  return word.length < 2 || /^\d+$/u.test(word) || FIELD_WORDS.neutral.has(word) || FIELD_WORDS.shared.has(word) || FIELD_WORDS.roles.has(word);
}

/**
 * A label that is the name of a field and nothing else: no question, which may be about anything. It must be one that
 * needs no company, beside a name that says nothing but, perhaps, whose it is (`guest_17`).
 */
function ofLabel(name: string, label: string, aliases: FieldAliases): FieldIdentity | undefined {
  const words = toWords(label.replaceAll(ASIDE, ''));
  if (!toWords(name).every(saysNothing) || findPhrase(words, aliases) === undefined) return undefined;
  const told = toFieldIdentity([words.join('-')], aliases);
  if (!told?.strong || SIGN_IN.has(told.meaning)) return undefined;
  const { qualifiers = [] } = toFieldIdentity([`${name.replaceAll(/\d+/gu, '')}-${words.join('-')}`], aliases) ?? {};
  return { ...told, qualifiers: [...new Set([...told.qualifiers, ...qualifiers])].sort(), name };
}
