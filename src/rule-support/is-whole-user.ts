import type { ValueTraits } from '../facts/index.js';
import { toWords } from '../identify/fields/to-words.js';

const USER_NAMES = new Set(['user', 'userinfo', 'userdata', 'userprofile', 'currentuser', 'loggedinuser', 'authuser', 'profile', 'customer', 'account', 'userdetails']);

function isUserName(name: string | undefined): boolean {
  return USER_NAMES.has(toWords(name ?? '').join(''));
}

/**
 * Is a whole user object stored, of which only the name is known: `setItem('user', JSON.stringify(user))`?
 * The key, the value or its declared type must be called so, and it must be serialised: `setItem('user', user.id)` is an id.
 */
export function isWholeUser(path: readonly string[], value: ValueTraits): boolean {
  if (value.literal !== undefined || value.properties.length > 0) return false;
  if (!value.through.some((name) => toWords(name).at(-1) === 'stringify')) return false;
  return isUserName(path.at(-1)) || isUserName(value.names.at(-1)) || value.types.some(isUserName);
}
