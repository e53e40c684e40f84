import { AliasError, NO_ALIASES, toFieldAliases, type FieldAliases } from '../identify/fields/field-aliases.js';

/** What a user can set once for all rules: `settings: { 'session-memory': { includeTests: true } }`. */
export interface Settings {
  /** Report in test code too. */
  readonly includeTests: boolean;
  /** Own names of fields that people are asked for, written by meaning: `{ email: ['correo'] }`. */
  readonly fieldAliases: FieldAliases;
}

/** The key under which ESLint's shared settings hold ours. */
export const SETTINGS_NAMESPACE = 'session-memory';

const DEFAULTS: Settings = { includeTests: false, fieldAliases: NO_ALIASES };

/** By the object that the user wrote: every rule asks for every file. */
const known = new WeakMap<object, Settings>();

/**
 * Reads and checks our part of ESLint's shared settings.
 *
 * @returns the same object for the same settings.
 * @throws {TypeError} for an unknown key or a value of the wrong type: a typo in a setting must not pass in silence.
 */
export function readSettings(shared: Readonly<Record<string, unknown>>): Settings {
  const own = Object.hasOwn(shared, SETTINGS_NAMESPACE) ? shared[SETTINGS_NAMESPACE] : undefined;
  if (own === undefined) return DEFAULTS;
  if (!isRecord(own)) throw new TypeError(`settings['${SETTINGS_NAMESPACE}'] must be an object.`);
  let settings = known.get(own);
  if (settings === undefined) known.set(own, (settings = toSettings(own)));
  return settings;
}

function toSettings(own: Readonly<Record<string, unknown>>): Settings {
  const unknown = Object.keys(own).find((key) => !Object.hasOwn(DEFAULTS, key));
  if (unknown !== undefined) {
    throw new TypeError(`settings['${SETTINGS_NAMESPACE}'] has no "${unknown}". Known: ${Object.keys(DEFAULTS).join(', ')}.`);
  }
  const { includeTests = DEFAULTS.includeTests, fieldAliases = {} } = own;
  if (typeof includeTests !== 'boolean') throw new TypeError(`settings['${SETTINGS_NAMESPACE}'].includeTests must be true or false.`);
  return { includeTests, fieldAliases: readAliases(fieldAliases) };
}

function readAliases(written: unknown): FieldAliases {
  const name = `settings['${SETTINGS_NAMESPACE}'].fieldAliases`;
  if (!isRecord(written)) throw new TypeError(`${name} must be an object such as { email: ['correo'] }.`);
  try {
    return toFieldAliases(written);
  } catch (error) {
    if (error instanceof AliasError) throw new TypeError(`${name}${error.path.map((step) => `[${JSON.stringify(step)}]`).join('')} ${error.message}`, { cause: error });
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
