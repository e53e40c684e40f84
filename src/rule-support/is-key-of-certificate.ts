import { toWords } from '../identify/fields/to-words.js';
import type { Sensitive } from '../identify/sensitive/sensitive.js';

export const PRIVATE_KEY: Sensitive = { kind: 'private-key', word: 'private key' };

const CERTIFICATES = ['cert', 'certificate', 'crt'];

/** A `key` beside a `cert` is the private key of TLS, and `server-key` beside `server-cert` that of a server. A key alone may be any. */
export function isKeyOfCertificate(name: string, siblings: readonly string[]): boolean {
  const words = toWords(name);
  if (words.at(-1) !== 'key') return false;
  const owner = words.slice(0, -1).join(' ');
  return siblings.some((sibling) => {
    const others = toWords(sibling);
    return CERTIFICATES.includes(others.at(-1) ?? '') && others.slice(0, -1).join(' ') === owner;
  });
}
