import type { JsonSchema } from './json-schema.js';

const typesInWords = {
  string: 'a string', number: 'a number', integer: 'a whole number', boolean: 'true or false', null: 'null', array: 'a list', object: 'an object',
} as const;

/** What a schema allows, in a few words: `one of "recommended", "strict"`, `a list`, `an object with "package"`. */
export function describeSchema(schema: JsonSchema): string {
  if (schema.enum !== undefined) {
    const values = schema.enum.map((value) => JSON.stringify(value));
    return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
  }
  if (schema.anyOf !== undefined) return inWords(schema.anyOf.map(describeSchema));
  const required = (schema.required ?? []).map((key) => JSON.stringify(key));
  if (schema.type === 'object' && required.length > 0) return `an object with ${inWords(required, 'and')}`;
  return schema.type === undefined ? 'something else' : typesInWords[schema.type];
}

/** `a`, `a or b`, `a, b or c`. */
export function inWords(parts: readonly string[], last: 'and' | 'or' = 'or'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}
