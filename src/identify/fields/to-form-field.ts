import type { FieldIdentity } from '../../facts/index.js';
import { NO_ALIASES, type FieldAliases } from './field-aliases.js';
import { FIELD_MEANINGS } from './field-meanings.js';
import { toFieldIdentity } from './to-field-identity.js';

const TOKEN = /(?:^|\s)([a-z]+(?:-[a-z\d]+)*)(?:\s+webauthn)?$/;
const SIGN_IN: ReadonlySet<string> = new Set(['username', 'current-password', 'new-password', 'one-time-code']);

/**
 * The identity of a form's field. Its name comes first; where that says nothing the taxonomy knows (`q_17`), its
 * `autocomplete` token tells what it is, as it tells the browser.
 */
export function toFormField(name: string, autocomplete: string | undefined, aliases: FieldAliases = NO_ALIASES): FieldIdentity | undefined {
  const named = toFieldIdentity([name], aliases);
  const token = TOKEN.exec(autocomplete?.trim().toLowerCase() ?? '')?.[1];
  if (token === undefined || SIGN_IN.has(token) || !(token in FIELD_MEANINGS) || (named && (named.meaning in FIELD_MEANINGS || named.meaning.startsWith('x-')))) return named;
  const told = toFieldIdentity([autocomplete ?? '']);
  return told && { ...told, name };
}
