import { isAbsolute } from 'node:path';
import { defineModel } from '../models/define-model.js';
import type { LibraryModel } from '../models/library-model.js';
import { type UsageError } from '../scan/problem.js';
import { findProblem, type JsonPath } from './find-problem.js';
import { insideOf } from './inside-of.js';
import { JsonDocument } from './json-document.js';
import type { JsonSchema } from './json-schema.js';

/** Where a model stands, so that what is wrong with it can be said of its row. */
interface PlacedModel {
  readonly model: LibraryModel;
  readonly wrong: (path: JsonPath, message: string) => UsageError;
}

/**
 * The library models of a configuration: those written in it, and those in JSON files below its folder.
 *
 * @param listed valid by `schema` as far as they are no paths
 * @param shipped models that the new ones may build on, and whose ids are taken
 * @throws UsageError naming file, row and what is wrong
 */
export function loadModels(listed: readonly (string | LibraryModel)[], document: JsonDocument, folder: string, schema: JsonSchema, shipped: readonly LibraryModel[]): readonly LibraryModel[] {
  const placed = listed.map((each, index): PlacedModel => {
    if (typeof each === 'string') return readModel(each, ['models', index], document, folder, schema);
    return { model: each, wrong: (path, message) => document.wrong(['models', index, ...path], message) };
  });
  const types = new Set([...shipped, ...placed.map(({ model }) => model)].flatMap(({ types: rows = [] }) => rows.map(({ name }) => name)));
  const ids = new Set(shipped.map(({ id }) => id));
  for (const { model, wrong } of placed) {
    if (ids.size === ids.add(model.id).size) throw wrong(['id'], `is taken: there is a model ${JSON.stringify(model.id)} already.`);
    checkRows(model, types, wrong);
  }
  return placed.map(({ model }) => model);
}

function readModel(path: string, at: JsonPath, document: JsonDocument, folder: string, schema: JsonSchema): PlacedModel {
  if (isAbsolute(path) || path.split(/[\\/]/).includes('..')) throw document.wrong(at, `must be a file below the folder of ${document.name}, not ${JSON.stringify(path)}.`);
  if (!path.endsWith('.json')) throw document.wrong(at, `must be a JSON file, not ${JSON.stringify(path)}: code is not run.`);
  const file = JsonDocument.read(insideOf(folder, path, `${document.name}:${document.lineOf(at)}: ${path}`), path);
  file.refuseTwins();
  const problem = findProblem(file.json, { $ref: '#/definitions/LibraryModel' }, schema);
  if (problem !== undefined) throw file.wrong(problem.path, problem.message);
  return { model: file.json as LibraryModel, wrong: file.wrong.bind(file) };
}

function checkRows(model: LibraryModel, types: ReadonlySet<string>, wrong: PlacedModel['wrong']): void {
  for (const [kind, rows] of Object.entries(model) as [string, unknown][]) {
    if (!Array.isArray(rows)) continue;
    for (const [index, row] of (rows as readonly { readonly from?: { readonly type?: string } }[]).entries()) {
      const type = row.from?.type;
      if (type !== undefined && !types.has(type)) throw wrong([kind, index, 'from', 'type'], `names ${JSON.stringify(type)}, and no model has such a type.`);
    }
  }
  try {
    defineModel(model);
  } catch (error) {
    throw wrong([], error instanceof Error ? error.message : String(error));
  }
}
