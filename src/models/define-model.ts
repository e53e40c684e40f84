import type { LibraryModel, Row } from './library-model.js';

const STEP = String.raw`(?:Member\[[\w$,-]+\]|Return|New|Element|Assigned|Argument\[(?:\d+(?:\.\.)?|any|last)\]|Parameter\[\d+\])`;
/** What an access path looks like. */
export const ACCESS_PATH = new RegExp(String.raw`^(?:${STEP}(?:\.${STEP})*)?$`);

/**
 * Checks a model and gives it back: every access path can be read, and every row starts from one package, global or
 * type. That the types which rows start from are named by some model is a test over all models.
 *
 * @throws {Error} naming the model, the row and what is wrong with it.
 */
export function defineModel(model: LibraryModel): LibraryModel {
  for (const [kind, rows] of Object.entries(rowsByKind(model))) {
    rows.forEach((row, index) => {
      const place = `model "${model.id}", ${kind}[${index}]`;
      if (!ACCESS_PATH.test(row.path)) throw new Error(`${place}: cannot read the access path "${row.path}"`);
      const keys = Object.keys(row.from);
      if (keys.length !== 1 || !['package', 'global', 'type'].includes(keys[0] ?? '')) throw new Error(`${place}: "from" must be one of { package }, { global } or { type }`);
    });
  }
  return model;
}

function rowsByKind(model: LibraryModel): Readonly<Record<string, readonly Row[]>> {
  const { types = [], configs = [], stores = [], writes = [], roots = [], reads = [], clears = [], saves = [], escapes = [], asks = [], steps = [], scenes = [], routes = [], renders = [], posted = [], passes = [] } = model;
  return { types, configs, stores, writes, roots, reads, clears, saves, escapes, asks, steps, scenes, routes, renders, posted, passes };
}
