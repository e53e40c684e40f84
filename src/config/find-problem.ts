import { didYouMean } from '../check/did-you-mean.js';
import { problemOfSize } from './problem-of-size.js';
import { describeSchema, inWords } from './describe-schema.js';
import { isOfType } from './is-of-type.js';
import type { JsonSchema } from './json-schema.js';

/** A way into a JSON value: keys of objects and indexes of arrays. */
export type JsonPath = readonly (string | number)[];

/** What is wrong with a value: `path` leads to the place, `message` goes on from its name: `must be true or false`. */
export interface Problem {
  readonly path: JsonPath;
  readonly message: string;
}

/** Deeper than any configuration: a bound for hostile ones, which would exhaust the stack. */
const deepest = 60;

/**
 * The first thing in which a value differs from its schema; `undefined` when it is valid.
 *
 * @param root the schema whose `definitions` references name
 */
export function findProblem(value: unknown, schema: JsonSchema, root: JsonSchema = schema): Problem | undefined {
  return new Validation(root).of(value, schema, []);
}

class Validation {
  constructor(private readonly root: JsonSchema) {}

  of(value: unknown, given: JsonSchema, path: JsonPath, example?: unknown): Problem | undefined {
    if (path.length > deepest) return { path, message: 'is nested too deeply.' };
    const schema = this.resolve(given);
    const shown = schema.examples?.[0] ?? example;
    if (schema.anyOf !== undefined) return this.ofUnion(value, schema, path, shown);
    const wrong = (message: string): Problem => ({ path, message: shown === undefined ? `${message}.` : `${message}. For example: ${JSON.stringify(shown)}.` });
    if (schema.type !== undefined && !isOfType(value, schema.type)) return wrong(`must be ${describeSchema(schema)}, not ${excerpt(value)}`);
    if (schema.enum !== undefined && !schema.enum.includes(value)) return { path, message: `must be ${describeSchema(schema)}, not ${excerpt(value)}.${nearest(value, schema.enum)}` };
    const size = problemOfSize(value, schema);
    if (size !== undefined) return wrong(size);
    if (Array.isArray(value)) return this.ofElements(value, schema, path, shown);
    return typeof value === 'object' && value !== null ? this.ofProperties(value, schema, path, wrong) : undefined;
  }

  private resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace('#/definitions/', '');
    if (name === undefined) return schema;
    const definition = this.root.definitions?.[name];
    if (definition === undefined) throw new Error(`the schema has no definition ${name}`);
    return this.resolve(definition);
  }

  /** Speaks of the one alternative that was meant, as far as type, discriminator and known keys tell. */
  private ofUnion(value: unknown, { anyOf = [] }: JsonSchema, path: JsonPath, example: unknown): Problem | undefined {
    const branches = anyOf.map((branch) => this.resolve(branch));
    const problems = branches.map((branch) => this.of(value, branch, path, example));
    if (problems.includes(undefined)) return undefined;
    const ranks = branches.map((branch) => this.rank(value, branch));
    const best = Math.max(...ranks);
    if (best > 0) return problems[ranks.indexOf(best)];
    const tag = Object.keys(typeof value === 'object' ? (value ?? {}) : {}).find((key) => branches.filter((branch) => isTag(branch, key)).length > 1);
    if (tag !== undefined) {
      const names = branches.flatMap((branch) => ownSchema(branch.properties, tag)?.enum ?? []);
      return this.of((value as Record<string, unknown>)[tag], { enum: names }, [...path, tag]);
    }
    const remedy = example === undefined ? '' : ` For example: ${JSON.stringify(example)}.`;
    return { path, message: `must be ${inWords(branches.map(describeSchema))}, not ${excerpt(value)}.${remedy}` };
  }

  /** How much a value looks like what a schema describes; 0 and less: not at all. */
  private rank(value: unknown, schema: JsonSchema): number {
    if (schema.anyOf !== undefined) return Math.max(...schema.anyOf.map((branch) => this.rank(value, this.resolve(branch))));
    if (schema.enum !== undefined) return schema.enum.some((each) => typeof each === typeof value) ? 1 : 0;
    if (schema.type === undefined || !isOfType(value, schema.type)) return 0;
    if (schema.type !== 'object') return 1;
    return Object.entries(value as object).reduce((sum, [key, inner]: [string, unknown]) => {
      const property = ownSchema(schema.properties, key);
      if (property === undefined) return sum;
      return sum + (!isTag(schema, key) ? 1 : property.enum?.includes(inner) === true ? 100 : -100);
    }, 0);
  }

  private ofElements(value: readonly unknown[], { items }: JsonSchema, path: JsonPath, example: unknown): Problem | undefined {
    if (items === undefined) return undefined;
    for (const [index, element] of value.entries()) {
      const schema = isTuple(items) ? items[index] : items;
      const problem = schema === undefined ? undefined : this.of(element, schema, [...path, index], isTuple(items) ? example : undefined);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  private ofProperties(value: object, schema: JsonSchema, path: JsonPath, wrong: (message: string) => Problem): Problem | undefined {
    const { properties = {}, patternProperties = {}, required = [] } = schema;
    for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
      const pattern = Object.keys(patternProperties).find((each) => new RegExp(each, 'u').test(key));
      const property = ownSchema(properties, key) ?? (pattern === undefined ? undefined : patternProperties[pattern]);
      if (property === undefined && schema.additionalProperties === false) {
        return { path: [...path, key], message: unknownKey(key, Object.keys(properties)) };
      }
      const problem = property === undefined ? undefined : this.of(inner, property, [...path, key]);
      if (problem !== undefined) return problem;
    }
    const missing = required.find((key) => !Object.hasOwn(value, key));
    return missing === undefined ? undefined : wrong(`needs ${JSON.stringify(missing)}`);
  }
}

function isTuple(items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

/** A required key with a fixed choice of values tells which of several objects is meant: `reader`. */
function isTag(schema: JsonSchema, key: string): boolean {
  return ownSchema(schema.properties, key)?.enum !== undefined && schema.required?.includes(key) === true;
}

/** `__proto__` and `constructor` are keys like others. */
function ownSchema(properties: JsonSchema['properties'], key: string): JsonSchema | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function unknownKey(key: string, known: readonly string[]): string {
  // Rules are named with the plugin's name in ESLint's configuration.
  const near = didYouMean(key.replace(/^session-memory\//, ''), known);
  return `is not known.${near === '' ? ` Known: ${known.join(', ')}.` : near}`;
}

function nearest(value: unknown, allowed: readonly unknown[]): string {
  return typeof value === 'string' ? didYouMean(value, allowed.filter((each) => typeof each === 'string')) : '';
}

/** Lists and objects may be nested so deeply that they cannot be written. */
function excerpt(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
