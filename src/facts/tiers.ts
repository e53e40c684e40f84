import type { Identity } from './resolved.js';

/** The ways of knowing a library, strongest first. */
const TIERS: readonly Identity[] = ['import', 'type', 'linked', 'shape'];

/** Is something that is known in one way known at least as well as another way would have it? */
export function isAtLeast(identity: Identity, weakest: Identity): boolean {
  return TIERS.indexOf(identity) <= TIERS.indexOf(weakest);
}

/** The weaker of two ways of knowing: a chain is as strong as its weakest link. */
export function weaker(a: Identity, b: Identity): Identity {
  return isAtLeast(a, b) ? b : a;
}

/** The stronger of two ways of knowing, where something may be known in several or in none. */
export function stronger(a: Identity | undefined, b: Identity | undefined): Identity | undefined {
  if (!a || !b) return a ?? b;
  return isAtLeast(a, b) ? a : b;
}
