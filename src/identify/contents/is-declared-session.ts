import type { TypeDeclaration } from '../../facts/index.js';

/** Names under which libraries let projects declare what a session holds. */
const NAMES = /^(?:SessionData|Session|IronSessionData|CookieSessionObject|FastifySessionObject|SessionContext)$/;

/** `declare module 'express-session' { interface SessionData { … } }` */
export function isDeclaredSession({ augments, name }: TypeDeclaration): boolean {
  return augments !== undefined && NAMES.test(name);
}
