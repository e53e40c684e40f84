/** What a user can set once for all rules: `settings: { 'session-memory': { includeTests: true } }`. */
export interface Settings {
  /** Report in test code too. */
  readonly includeTests: boolean;
}

/** The key under which ESLint's shared settings hold ours. */
export const SETTINGS_NAMESPACE = 'session-memory';

const DEFAULTS: Settings = { includeTests: false };

/**
 * Reads and checks our part of ESLint's shared settings.
 *
 * @throws {TypeError} for an unknown key or a value of the wrong type: a typo in a setting must not pass in silence.
 */
export function readSettings(shared: Readonly<Record<string, unknown>>): Settings {
  const own = Object.hasOwn(shared, SETTINGS_NAMESPACE) ? shared[SETTINGS_NAMESPACE] : undefined;
  if (own === undefined) return DEFAULTS;
  if (typeof own !== 'object' || own === null || Array.isArray(own)) {
    throw new TypeError(`settings['${SETTINGS_NAMESPACE}'] must be an object.`);
  }
  for (const [key, value] of Object.entries(own)) {
    if (!Object.hasOwn(DEFAULTS, key)) {
      throw new TypeError(
        `settings['${SETTINGS_NAMESPACE}'] has no "${key}". Known: ${Object.keys(DEFAULTS).join(', ')}.`,
      );
    }
    if (typeof value !== 'boolean') {
      throw new TypeError(`settings['${SETTINGS_NAMESPACE}'].${key} must be true or false.`);
    }
  }
  return { ...DEFAULTS, ...own };
}
