import configSchema from '../../session-memory.schema.json' with { type: 'json' };
import type { JsonSchema } from './json-schema.js';

/** The schema that users get, made by `npm run generate`. What it says of rules' options is what the rules say. */
export const schema = configSchema as unknown as JsonSchema;
