import { FIELD_MEANINGS } from './field-meanings.js';
import { toWords } from './to-words.js';

/** Names that a project has for fields: meaning by phrase, a phrase without spaces. */
export type FieldAliases = ReadonlyMap<string, string>;

/** For projects without names of their own. */
export const NO_ALIASES: FieldAliases = new Map();

/** Something is wrong with a name that a person has given. `path` leads to it. */
export class AliasError extends TypeError {
  constructor(message: string, readonly path: readonly (string | number)[]) {
    super(message);
  }
}

/**
 * Reads `{ email: ['correo', 'mailAddr'] }`. A meaning is one of the taxonomy, or a new one that begins with `x-`. A
 * name may be written in any case: `mailAddr` is also `mail_addr`.
 *
 * @throws AliasError for an unknown meaning, a name without letters, and a name that has two meanings
 */
export function toFieldAliases(given: Readonly<Record<string, unknown>>): FieldAliases {
  const aliases = new Map<string, string>();
  for (const [meaning, names] of Object.entries(given)) {
    if (!Object.hasOwn(FIELD_MEANINGS, meaning) && !/^x-[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(meaning)) {
      throw new AliasError('is no field. Known are the autofill names of the HTML standard, such as "email" and "given-name"; your own begin with "x-".', [meaning]);
    }
    if (!Array.isArray(names)) throw new AliasError('must be a list of names, such as ["correo"].', [meaning]);
    for (const [index, name] of (names as readonly unknown[]).entries()) addName(aliases, meaning, name, index);
    // The taxonomy has its own names as phrases; a new meaning is its own first name.
    if (!Object.hasOwn(FIELD_MEANINGS, meaning)) aliases.set(toPhrase(meaning.slice(2)), meaning);
  }
  return aliases;
}

function addName(aliases: Map<string, string>, meaning: string, name: unknown, index: number): void {
  if (typeof name !== 'string' || name.length > 100) throw new AliasError('must be a name.', [meaning, index]);
  const phrase = toPhrase(name);
  if (!/\p{L}/u.test(phrase)) throw new AliasError(`has no letters: ${JSON.stringify(name)}.`, [meaning, index]);
  const other = aliases.get(phrase);
  if (other !== undefined && other !== meaning) throw new AliasError(`${JSON.stringify(name)} is also a name of "${other}". It can mean one of them.`, [meaning, index]);
  aliases.set(phrase, meaning);
}

function toPhrase(name: string): string {
  return toWords(name).join('');
}
