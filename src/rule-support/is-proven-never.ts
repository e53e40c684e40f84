import type { Lifetime, Place, Resolved } from '../facts/index.js';

/** Why something never ends, and where the code says so. */
export interface ProvenNever {
  readonly because: 'default' | 'option' | 'ignored-option';
  /** The option that makes it so, or that is ignored. */
  readonly option?: string;
  /** The option's place; absent for a default. */
  readonly at?: Place;
}

/**
 * Is it proven that a lifetime never ends? One case that an option makes endless is enough, because someone wrote it
 * down. A default must hold in *every* case: `redisUrl ? redisStore : memory` is bounded where it is configured.
 */
export function isProvenNever(lifetime: Resolved<Lifetime>): ProvenNever | undefined {
  const endless = lifetime.cases.flatMap((found) => (found.status === 'known' && found.value.ends === 'never' ? [{ never: found.value, at: found.at }] : []));
  const written = endless.find(({ never }) => never.because !== 'default');
  if (written !== undefined) {
    const { because, option } = written.never;
    return { because, at: written.at, ...(option === undefined ? {} : { option }) };
  }
  return endless.length > 0 && endless.length === lifetime.cases.length ? { because: 'default' } : undefined;
}
