import type { ValueTraits } from '../facts/index.js';
import { classifySensitive } from '../identify/sensitive/classify-sensitive.js';
import type { Sensitive, SensitiveKind } from '../identify/sensitive/sensitive.js';
import { isKeyOfCertificate, PRIVATE_KEY } from './is-key-of-certificate.js';

/** A name says what these are wherever they come from. A `password` of a record is mostly its hash. */
const UNMISTAKABLE: ReadonlySet<SensitiveKind> = new Set(['private-key', 'second-factor']);

/**
 * What a value that is stored whole holds, as far as code reads it: `validate(form.clientSecret)` beside
 * `res.cookie('form', JSON.stringify(form))`. Of what a person has sent every sensitive field counts.
 */
export function findInWhole(path: readonly string[], { readAs = [], posted, names, through }: ValueTraits): readonly (Sensitive & { readonly path: readonly string[] })[] {
  return readAs.flatMap((field) => {
    const value: ValueTraits = { names: [...names, field], types: [], properties: [], through };
    const found = classifySensitive([...path, field], value) ?? (isKeyOfCertificate(field, readAs) && through.length === 0 ? PRIVATE_KEY : undefined);
    return found !== undefined && (posted === true || UNMISTAKABLE.has(found.kind)) ? [{ ...found, path: [...path, field] }] : [];
  });
}
