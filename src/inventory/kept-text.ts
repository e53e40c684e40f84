import type { Lifetime, Resolved } from '../facts/index.js';
import { toDurationText } from '../rule-support/to-duration-text.js';

/** How long something is kept, in words: `30 minutes`, `30 minutes or for ever`; `undefined` where a case is not known. */
export function toKeptText(lifetime: Resolved<Lifetime> | undefined): string | undefined {
  const texts = (lifetime?.cases ?? []).map((found) => (found.status === 'known' ? textOf(found.value) : undefined));
  const known = texts.filter((text) => text !== undefined);
  return known.length === 0 || known.length < texts.length ? undefined : [...new Set(known)].join(' or ');
}

function textOf(lifetime: Lifetime): string {
  switch (lifetime.ends) {
    case 'after': return toDurationText(lifetime.ms);
    case 'never': return 'for ever';
    case 'browser-close': return 'until the browser is closed';
  }
}
