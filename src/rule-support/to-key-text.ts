import type { Write } from '../facts/index.js';

/** A write's key for messages and fingerprints: `` session:${id} `` for a template, the dotted path for a session key. */
export function toKeyText(write: Write): string {
  const known = write.key?.cases.find((found) => found.status === 'known');
  if (known === undefined) return write.path.join('.');
  const { quasis, parts } = known.value;
  return quasis.map((quasi, index) => (index === 0 ? quasi : `\${${parts[index - 1] ?? '…'}}${quasi}`)).join('');
}
