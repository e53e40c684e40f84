import { resolveTerm } from '../link/property.js';
import type { Read } from '../models/library-model.js';
import { read } from './readers/read.js';
import type { ReadFrom } from './readers/read.js';

/**
 * Is the property that a path names written as `undefined`? `undefined` in the cases: it may be. A property that is
 * left out is not.
 */
export function isWrittenUndefined(from: ReadFrom, path: Read): boolean | undefined {
  const [, owner, key] = typeof path === 'string' ? (/^(.*?)\.?Member\[([^\]]*)\]$/.exec(path) ?? []) : [];
  if (owner === undefined || key === undefined) return false;
  const answers = new Set(read(from, owner).map((found) => {
    if (found.status === 'absent') return false;
    if (found.status === 'unknown' || found.term.value.k !== 'object') return undefined;
    const entry = found.term.value.entries.findLast((one) => one.key === key);
    if (!entry) return false;
    const cases = resolveTerm(from.linked, from.linked.beside(found.term, entry.value));
    return cases.every((one) => one.status === 'absent') ? true : cases.some((one) => one.status === 'absent') ? undefined : false;
  }));
  return answers.size === 1 ? [...answers][0] : undefined;
}
