import type { KeyShape, Resolved } from '../facts/index.js';
import type { Term } from '../link/term.js';
import type { Read } from '../models/library-model.js';
import { argumentAt } from './argument-at.js';
import type { IdentifyContext } from './context.js';
import { resolveKey } from './key-shape.js';

/** The key as it is written: one that no case is known of still has its words, `set(sessionId, …)`. */
export function writtenKey(context: IdentifyContext, call: Term, what: Read): Resolved<KeyShape> | undefined {
  const key = argumentAt(context.linked, call, what);
  return key && resolveKey(context.linked, key);
}

/** The path of an entry below its memory: its key, or `'*'`. */
export function pathOfKey(key: Resolved<KeyShape>): readonly string[] {
  const [first] = key.cases;
  if (first?.status !== 'known') return ['*'];
  return [first.value.quasis.join('*')];
}
