import type { SessionPath } from './session-roots.js';

/** Is it a key that the library itself keeps in the session: `req.session.cookie`? */
export function isOwnKey({ path: [first], match }: SessionPath): boolean {
  return first !== undefined && (match.model.ownKeys ?? []).includes(first);
}
