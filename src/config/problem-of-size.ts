import type { JsonSchema } from './json-schema.js';

/** What is wrong with how long, how large or of which form a value is: `must be at least 1, not -1`. */
export function problemOfSize(value: unknown, schema: JsonSchema): string | undefined {
  if (typeof value === 'string') return problemOfText(value, schema);
  if (typeof value === 'number') return problemOfNumber(value, schema);
  return Array.isArray(value) ? problemOfList(value, schema) : undefined;
}

function problemOfText(value: string, { minLength = 0, maxLength = Infinity, pattern }: JsonSchema): string | undefined {
  if (value.length < minLength) return 'must not be empty';
  if (value.length > maxLength) return `must have at most ${maxLength} characters`;
  return pattern !== undefined && !new RegExp(pattern, 'u').test(value) ? `cannot be read: ${JSON.stringify(value.slice(0, 80))}` : undefined;
}

function problemOfNumber(value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema): string | undefined {
  if (value < minimum) return `must be at least ${minimum}, not ${value}`;
  return value > maximum ? `must be at most ${maximum}, not ${value}` : undefined;
}

function problemOfList(value: readonly unknown[], { minItems = 0, maxItems = Infinity, uniqueItems }: JsonSchema): string | undefined {
  if (value.length < minItems) return `must have at least ${minItems} ${minItems === 1 ? 'element' : 'elements'}`;
  if (value.length > maxItems) return `must have at most ${maxItems} elements, not ${value.length}`;
  if (uniqueItems !== true) return undefined;
  const seen = new Set<unknown>();
  // Of lists and objects no two are the same here: no option has a list of them.
  const twice = value.find((each) => seen.size === seen.add(each).size);
  return twice === undefined ? undefined : `names ${JSON.stringify(twice).slice(0, 80)} twice`;
}
