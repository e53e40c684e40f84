/**
 * The part of JSON Schema (draft 7) that the configuration and the options of rules are written in. What is not here
 * is not checked, so a schema that uses more does not compile.
 */
export interface JsonSchema {
  readonly $schema?: string;
  /** `#/definitions/<name>` of the outermost schema. */
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  /** Valid values. The first is shown where a value is wrong. */
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** One schema for all elements, or one for each. */
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: false;
  readonly required?: readonly string[];
}
