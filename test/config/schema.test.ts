import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { findProblem } from '../../src/config/find-problem.js';
import type { JsonSchema } from '../../src/config/json-schema.js';
import { schema } from '../../src/config/schema.js';
import { models } from '../../src/models/index.js';

const keywords = new Set([
  '$schema', '$ref', 'definitions', 'title', 'description', 'examples', 'default', 'type', 'enum', 'anyOf', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum',
  'items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'properties', 'patternProperties', 'additionalProperties', 'required',
]);

function unknownKeywords(part: JsonSchema): readonly string[] {
  const inner = [
    ...Object.values({ ...part.properties, ...part.patternProperties, ...part.definitions }), ...(part.anyOf ?? []), ...[part.items ?? []].flat() as readonly JsonSchema[],
  ];
  return [...Object.keys(part).filter((key) => !keywords.has(key)), ...inner.flatMap(unknownKeywords)];
}

/** A configuration that uses everything. */
const full = {
  $schema: './x.json', preset: 'strict', rules: Object.fromEntries(rules.map((rule) => [rule.name, ['warn', rule.defaultOptions]])),
  ignore: ['a/'], includeTests: true, models: ['m.json', JSON.parse(JSON.stringify(models[0])) as object], fieldAliases: { email: ['correo'], 'x-own': ['eigen'] },
  failOn: 'never', format: 'json', overrides: [{ files: ['a'], preset: 'recommended', rules: { 'no-repeated-ask': 'off' } }],
};

describe('the schema', () => {
  it('uses nothing that is not checked', () => {
    expect(unknownKeywords(schema)).toEqual([]);
  });

  it('describes every key, and has examples that are valid', () => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      expect(property.description ?? '', key).not.toBe('');
      for (const example of property.examples ?? []) expect(findProblem({ [key]: example }, schema), key).toBeUndefined();
    }
  });

  it('is one that other validators understand', () => {
    expect(new Ajv({ strict: false }).validateSchema(schema)).toBe(true);
  });

  it('accepts what uses everything', () => {
    expect(findProblem(full, schema)).toBeUndefined();
  });
});

describe('our validator and Ajv', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const paths = pathsIn(full);

  it('agree about configurations in which one value is another', () => {
    fc.assert(fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
      const changed = structuredClone(full) as Record<string, unknown>;
      const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, step) => at[step] as Record<string | number, unknown>, changed);
      parent[path.at(-1)!] = value;
      expect(findProblem(changed, schema) === undefined).toBe(validate(changed));
    }), { numRuns: 500 });
  });

  it('agree about configurations that lack a value, or have one more', () => {
    for (const path of paths) {
      for (const change of ['delete', 'add'] as const) {
        const changed = structuredClone(full) as Record<string, unknown>;
        const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, step) => at[step] as Record<string | number, unknown>, changed);
        if (Array.isArray(parent)) continue;
        if (change === 'delete') delete parent[path.at(-1)!];
        else parent['one more'] = 1;
        expect(findProblem(changed, schema) === undefined, `${change} ${path.join('.')}`).toBe(validate(changed));
      }
    }
  });
});

function pathsIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...(value as unknown[]).entries()] : Object.entries(value);
  return [...(path.length === 0 ? [] : [path]), ...entries.flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}
