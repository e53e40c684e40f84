import type { KeyShape, Resolved } from '../facts/index.js';
import type { WriteRow } from '../models/library-model.js';
import { keyFamily } from './key-shape.js';
import { keyedBy } from './session-keyed.js';

/**
 * Does what a row writes under a key belong to one session? A user's entry does when it comes and goes.
 *
 * @param families those of keys that are read or deleted somewhere
 */
export function isSessionKeyed(row: WriteRow, key: Resolved<KeyShape>, families: ReadonlySet<string>): boolean {
  if (row.memory !== 'server-record') return true;
  return key.cases.some((found) => {
    if (found.status !== 'known') return false;
    const by = keyedBy(found.value);
    return by === 'session' || (by === 'user' && families.has(keyFamily(found.value)));
  });
}
