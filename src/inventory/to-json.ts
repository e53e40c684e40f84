import { toJsonText } from '../report/json-text.js';
import type { Inventory } from './inventory.js';

/** Raised when a field changes its meaning or goes. New fields do not raise it. */
const SCHEMA_VERSION = 1;

/** The inventory as JSON, byte for byte the same for the same code: made to be committed and compared. */
export function inventoryToJson({ sections }: Inventory): string {
  return toJsonText({ schemaVersion: SCHEMA_VERSION, sections });
}
