import type { FieldIdentity } from '../../facts/index.js';
import { toWords } from './to-words.js';

/** The last segment as words: `state.name`, `form[name]` and `name` end in the same word. */
function leafOf(name: string): string {
  return toWords(name.split(/[.[\]]+/u).findLast((segment) => segment !== '') ?? '').join(' ');
}

/**
 * Do two names stand for the same field of the same person? Meaning and qualifiers must be equal (billing is not
 * shipping), and where either name is ambiguous on its own (`name`, `code`) the last word of both must be equal too.
 */
export function sameField(a: FieldIdentity, b: FieldIdentity): boolean {
  if (a.meaning !== b.meaning || a.qualifiers.length !== b.qualifiers.length) return false;
  if (!a.qualifiers.every((qualifier, index) => qualifier === b.qualifiers[index])) return false;
  return (a.strong && b.strong) || leafOf(a.name) === leafOf(b.name);
}
