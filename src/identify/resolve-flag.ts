import type { Case, Resolved } from '../facts/index.js';
import type { Read } from '../models/library-model.js';
import { placeOf } from './place-of.js';
import { read } from './readers/read.js';
import type { ReadFrom } from './readers/read.js';

/** The cases of an option that is on or off, with what the library does where it is left out: `undefined` where that is not known. */
export function resolveFlag(from: ReadFrom, where: Read, whenAbsent: boolean | undefined): Resolved<boolean> {
  return { cases: read(from, where).map((found): Case<boolean> => {
    if (found.status === 'absent') return whenAbsent === undefined ? { status: 'unknown', why: 'dynamic' } : { status: 'known', value: whenAbsent, at: placeOf(from.base) };
    if (found.status === 'unknown') return found;
    const { value } = found.term;
    return value.k === 'literal' && typeof value.value === 'boolean' ? { status: 'known', value: value.value, at: placeOf(from.base) } : { status: 'unknown', why: 'dynamic' };
  }) };
}
