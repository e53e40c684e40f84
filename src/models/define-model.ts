import type { LibraryModel, Row } from './library-model.js';

const STEP = String.raw`(?:Member\[[\w$,-]+\]|Return|New|Element|Assigned|Argument\[(?:\d+(?:\.\.)?|any|last)\]|Parameter\[\d+\])`;
/** What can be read as an access path. */
export const ACCESS_PATH = new RegExp(String.raw`^(?:${STEP}(?:\.${STEP})*)?$`);
/** A semver range of plain comparisons. The ESLint side does not load semver. */
const VERSIONS = /^[<>=^~]*\d[\w.*-]*(?:(?: | \|\| | - )[<>=^~]*\d[\w.*-]*)*$/;
const READERS: ReadonlySet<string> = new Set(['after-token', 'chained', 'later-call', 'first-of', 'made-by', 'builder', 'set-up', 'keys-of', 'elements-of']);
/** Where a row holds an access path, beside its own. */
const PATH_KEYS: ReadonlySet<string> = new Set(['path', 'options', 'key', 'value', 'read', 'argument', 'session', 'flow', 'template', 'context', 'field', 'text', 'step', 'settings', 'picked', 'only', 'except', 'named', 'with']);

/**
 * Checks a model and gives it back: every access path can be read, every reader exists, and every row starts from one
 * package, global or type. That the types which rows start from are named by some model is a test over all models.
 *
 * @throws {Error} naming the model, the row and what is wrong with it.
 */
export function defineModel(model: LibraryModel): LibraryModel {
  for (const [kind, rows] of Object.entries(rowsByKind(model))) {
    rows.forEach((row, index) => {
      const problem = problemOf(row);
      if (problem !== undefined) throw new Error(`model "${model.id}", ${kind}[${index}]: ${problem}`);
    });
  }
  return model;
}

function rowsByKind(model: LibraryModel): Readonly<Record<string, readonly Row[]>> {
  const { types = [], configs = [], durations = [], stores = [], writes = [], persists = [], cookieTexts = [], storages = [], states = [], roots = [], reads = [], renewals = [], limits = [], clears = [], saves = [], escapes = [], asks = [], steps = [], moves = [], scenes = [], routes = [], redirects = [], renders = [], sources = [], posted = [], passes = [] } = model;
  return { types, configs, durations, stores, writes, persists, cookieTexts, storages, states, roots, reads, renewals, limits, clears, saves, escapes, asks, steps, moves, scenes, routes, redirects, renders, sources, posted, passes };
}

function problemOf(row: Row): string | undefined {
  const starts = Object.keys(row.from);
  if (starts.length !== 1 || !['package', 'global', 'type'].includes(starts[0] ?? '')) return '"from" must be one of { package }, { global } or { type }';
  if (row.versions !== undefined && !VERSIONS.test(row.versions)) return `cannot read the versions "${row.versions}"`;
  return problemIn(row);
}

/** Looks through a row for access paths and readers, however deep they stand. */
function problemIn(part: object): string | undefined {
  for (const [key, value] of Object.entries(part) as readonly (readonly [string, unknown])[]) {
    if (typeof value === 'string' && PATH_KEYS.has(key) && !ACCESS_PATH.test(value)) return `cannot read the access path "${value}" of "${key}"`;
    if (key === 'reader' && !READERS.has(String(value))) return `there is no reader "${String(value)}"`;
    const inner = typeof value === 'object' && value !== null ? problemIn(value) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
