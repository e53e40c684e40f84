import type { JsonSchema } from '../../src/config/json-schema.js';
import { FIELD_MEANINGS } from '../../src/identify/fields/field-meanings.js';
import { ACCESS_PATH } from '../../src/models/define-model.js';
import type { Rule } from '../../src/rule.js';
import { toTypeSchemas } from './type-schema.js';

/** What the values of some keys are chosen from. */
export interface ConfigChoices {
  readonly presets: readonly string[];
  readonly gates: readonly string[];
  readonly formats: readonly string[];
}

const severities = ['off', 'info', 'warn', 'error'];
const globs: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 500 }, maxItems: 1000 };
const text: JsonSchema = { minLength: 1, maxLength: 500 };
/** Arguments of calls are counted on the fingers. */
const index: JsonSchema = { type: 'integer', minimum: 0, maximum: 31 };

/** session-memory.schema.json: what session-memory.config.json may say, for editors and for the scanner itself. */
export function toConfigSchemaText(rules: readonly Rule<object>[], choices: ConfigChoices): string {
  return `${JSON.stringify(toConfigSchema(rules, choices), null, 2)}\n`;
}

function toConfigSchema(rules: readonly Rule<object>[], { presets, gates, formats }: ConfigChoices): JsonSchema {
  const models = toTypeSchemas('src/models/library-model.ts', 'LibraryModel', {
    aliases: { LeadingToken: { type: 'string', minLength: 0, maxLength: 100, examples: ['EX'] }, AccessPath: { type: 'string', minLength: 0, maxLength: 500, pattern: ACCESS_PATH.source, examples: ['Member[createClient].Return'] } },
    strings: { '*': text },
    numbers: { '*': index, is: { type: 'number' }, ms: { type: 'number', minimum: 0 } },
  });
  const preset: JsonSchema = { description: 'Which rules run, and with which options: `recommended` reports what is right to report in every project, `strict` everything.', enum: presets };
  const ruleSettings: JsonSchema = { description: 'What is to differ from the preset, by rule.', $ref: '#/definitions/Rules' };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of the session-memory scanner',
    description: 'session-memory.config.json, or "sessionMemory" in package.json.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { description: 'Where this schema is, for editors.', type: 'string', examples: ['./node_modules/eslint-plugin-session-memory/session-memory.schema.json'] },
      preset: { ...preset, default: 'recommended', examples: ['strict'] },
      rules: ruleSettings,
      ignore: { description: 'What is not read at all: patterns in the grammar of `.gitignore`, relative to the folder of this file. `!` before one takes it in again, also what a `.gitignore` leaves out.', ...globs, examples: [['src/legacy/', '*.generated.ts']] },
      includeTests: { description: 'Look at test files too.', type: 'boolean', default: false },
      models: {
        description: 'What is known of further libraries: models, or JSON files that hold one each, relative to the folder of this file and below it.',
        type: 'array',
        items: { anyOf: [{ type: 'string', minLength: 1, maxLength: 500 }, { $ref: '#/definitions/LibraryModel' }] },
        maxItems: 200,
        examples: [['models/our-session-store.json']],
      },
      fieldAliases: fieldAliases(),
      failOn: { description: 'Exit with 1 from this severity on.', enum: gates, default: 'warn' },
      format: { description: 'Of the report.', enum: formats, default: 'stylish' },
      overrides: {
        description: 'What is to differ for some files. Later ones win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            files: { description: 'Patterns in the grammar of `.gitignore`, relative to the folder of this file.', ...globs, minItems: 1, examples: [['apps/admin/**']] },
            preset,
            rules: ruleSettings,
          },
          required: ['files'],
        },
        maxItems: 200,
        examples: [[{ files: ['apps/admin/**'], preset: 'strict' }]],
      },
    },
    definitions: {
      Rules: { type: 'object', additionalProperties: false, properties: Object.fromEntries(rules.map((rule) => [rule.name, ruleSetting(rule)])), examples: [exampleOf(rules)] },
      OwnNames: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 100 }, minItems: 1, maxItems: 200, examples: [['correo', 'mailAddr']] },
      ...models,
    },
  };
}

function exampleOf(rules: readonly Rule<object>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.slice(0, 1).map(({ name }) => [name, 'error']));
}

function ruleSetting({ docs, schema, defaultOptions }: Rule<object>): JsonSchema {
  const options = schema as JsonSchema;
  const properties = Object.entries(options.properties ?? {}).map(([name, property]) => [name, { ...property, default: (defaultOptions as Record<string, unknown>)[name] }] as const);
  return {
    description: `${docs.description}.`,
    anyOf: [
      { enum: severities },
      { type: 'array', items: [{ enum: severities }, { ...options, properties: Object.fromEntries(properties) }], additionalItems: false, minItems: 1, maxItems: 2 },
    ],
    examples: ['warn'],
  };
}

function fieldAliases(): JsonSchema {
  const names: JsonSchema = { $ref: '#/definitions/OwnNames' };
  return {
    description: 'Names of your own for fields that people are asked for, by what they mean: an autofill field name of the HTML standard, or a name that begins with `x-`.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(FIELD_MEANINGS).map((meaning) => [meaning, names])),
    patternProperties: { '^x-[a-z0-9]+(?:-[a-z0-9]+)*$': names },
    examples: [{ email: ['correo', 'mailAddr'] }],
  };
}
