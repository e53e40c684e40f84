import type { Write } from '../facts/index.js';
import { toWords } from '../identify/fields/to-words.js';

/** What an entry, cookie or token is for, as far as its names tell. */
export type Carrier = 'session' | 'refresh' | 'other';

/** A cookie that is remembered on purpose holds an id that the server gives up when it wants to. */
const OTHER = new Set(['remember', 'remembered', 'csrf', 'xsrf', 'consent', 'theme', 'locale', 'lang', 'language', 'device', 'visitor', 'analytics', 'preference', 'preferences', 'reset', 'verify', 'verification', 'invite', 'invitation', 'unsubscribe', 'download', 'api']);
/** Claims by which a token is part of a mail or a link: `{ template: 'digest', uid }`. */
const OF_A_LINK = new Set(['template', 'notification', 'newsletter', 'digest', 'mail', 'campaign', 'file', 'share']);
const SESSION = new Set(['session', 'sessionid', 'sess', 'sid', 'auth', 'authentication', 'token', 'jwt', 'login', 'access', 'signin']);

/** By whole words of the key and the path; `refresh` and other purposes beat `session` and `token`. */
export function toCarrier({ path, key, value, memory }: Write): Carrier | undefined {
  // A token often says it among its claims: `{ type: 'refresh' }`.
  const claims = memory === 'token' ? value.properties.flatMap(({ value: { literal } }) => (typeof literal === 'string' ? [literal] : [])) : [];
  const isOfLink = memory === 'token' && value.properties.some((claim) => claim.path.flatMap(toWords).some((word) => OF_A_LINK.has(word)));
  if (isOfLink) return 'other';
  const texts = [...claims, ...path, ...(key?.cases ?? []).flatMap((found) => (found.status === 'known' ? [...found.value.quasis, ...found.value.parts] : [])), ...value.names];
  const words = texts.flatMap(toWords);
  if (words.includes('refresh')) return 'refresh';
  if (words.some((word) => OTHER.has(word))) return 'other';
  return words.some((word) => SESSION.has(word)) ? 'session' : undefined;
}
