import { toWords } from '../identify/fields/to-words.js';

/** Steps and flows where a person changes, checks or looks up what is known, or signs in: there an ask is the purpose. */
const REVISITING = new Set([
  'edit', 'change', 'update', 'amend', 'modify', 'review', 'check', 'summary', 'confirm', 'confirmation', 'settings', 'setting', 'preferences', 'profile', 'account',
  'login', 'signin', 'logon', 'auth', 'reauthenticate', 'verify', 'verification', 'search', 'find', 'filter', 'lookup', 'newsletter', 'subscribe', 'unsubscribe', 'restart', 'reset', 'retry', 'again',
]);

/** Does a step's or flow's name (`/profile/edit`, `check-answers`, `change_email`) say that asking again is its purpose? */
export function isRevisit(name: string): boolean {
  const words = toWords(name);
  return words.some((word, index) => REVISITING.has(word) || (word === 'sign' && words[index + 1] === 'in') || (word === 'log' && words[index + 1] === 'in'));
}
