import type { Place, ValueTraits } from '../facts/index.js';
import { classifySensitive } from '../identify/sensitive/classify-sensitive.js';
import type { Sensitive } from '../identify/sensitive/sensitive.js';
import { findInWhole } from './find-in-whole.js';
import { isKeyOfCertificate, PRIVATE_KEY } from './is-key-of-certificate.js';

/** A sensitive value inside of what one write stores. */
export interface SensitivePart extends Sensitive {
  /** From the memory's root: `['checkout', 'card', 'number']`. */
  readonly path: readonly string[];
  /** The property in the source, or the place that was given for the write. */
  readonly at: Place;
  /** False where the written value itself is sensitive, true for one of its properties. */
  readonly property: boolean;
}

/**
 * All sensitive values that a write of `value` at `path` stores, properties included. The parts of an object are told
 * instead of the object, so that a report can name the one property to leave out.
 */
export function findSensitiveParts(path: readonly string[], value: ValueTraits, at: Place): SensitivePart[] {
  const names = value.properties.map((property) => property.path.at(-1) ?? '');
  const parts = value.properties.flatMap((property) => {
    if (isKeyOfCertificate(property.path.at(-1) ?? '', names) && property.value.literal === undefined) return [{ ...PRIVATE_KEY, path: [...path, ...property.path], at: property.at, property: true }];
    const inner = findSensitiveParts([...path, ...property.path], { ...property.value, through: [...value.through, ...property.value.through] }, property.at);
    return inner.map((part) => ({ ...part, property: true }));
  });
  if (parts.length > 0) return parts;
  const own = classifySensitive(path, value);
  if (own !== undefined) return [{ ...own, path, at, property: false }];
  return findInWhole(path, value).map((part) => ({ ...part, at, property: false }));
}
