import type { KeyShape } from '../facts/index.js';

const SESSION_WORD = /(?:^|[^a-z])(?:sess|session|sessions|sid|usersession|wizard|conversation|dialog|workflow|journey|onboarding)(?:$|[^a-z])/;
const SESSION_ID = /(?:^|[^a-z])(?:session|sess|conversation|chat|thread|workflow|wizard|journey|dialog)[^a-z]*(?:id|key|token)$|^(?:sid)$/;
const USER_OR_RANDOM_ID = /(?:^|[^a-z])(?:user[^a-z]*id|uid|token|nonce|otp|code|uuid|uuidv4|v4|nanoid|random[^a-z]*(?:uuid|bytes)(?: to string)?|(?:ctx|context|message|msg|update)[^a-z]*from[^a-z]*id)$/;
/** Data that all clients share, whatever id it is kept under. */
const SHARED_DATA = /(?:^|[^a-z])(?:cache|cached|caching|lock|locks|rate|ratelimit|limit|limiter|throttle|stats|metrics|counter|count|queue|job|jobs|feature|features|flag|flags|config|settings|lookup|permission|permissions|geo|product|products|article|articles|post|posts)(?:$|[^a-z])/;

/** What is kept of a user for as long as there is the user: an expiry would lose it. */
const LASTING_DATA = /(?:^|[^a-z])(?:metadata|meta|profile|profiles|preference|preferences|prefs|balance|balances|score|scores|leaderboard)(?:$|[^a-z])/;

/** How strongly a key speaks of one session: by its own words, or only by an id that needs a matching read or delete. */
export type KeyedBy = 'session' | 'user' | undefined;

/**
 * Is an entry of a key-value store one session's or workflow run's? `session:…` and `…:${sessionId}` are;
 * `user:${userId}` or `reset:${token}` may be, when handlers read or delete it too; caches, locks and what belongs to the
 * user for good are not.
 */
export function keyedBy(shape: KeyShape): KeyedBy {
  const text = words(shape.quasis.join(' '));
  const parts = shape.parts.map((part) => words(part));
  if (SHARED_DATA.test(text)) return undefined;
  if (SESSION_WORD.test(text) && shape.parts.length > 0) return 'session';
  if (parts.some((part) => SESSION_ID.test(part.trim()))) return 'session';
  // A key function (`sessionKey(id)`) says it by its name.
  if (parts.some((part) => SESSION_WORD.test(part) && shape.quasis.join('') === '')) return 'session';
  if (LASTING_DATA.test(text)) return undefined;
  if (parts.some((part) => USER_OR_RANDOM_ID.test(part.trim())) && text.trim() !== '') return 'user';
  return undefined;
}

/** `sessionId` and `session_id` as lower-case words apart. */
function words(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_\-:/.]+/g, ' ').toLowerCase();
}
