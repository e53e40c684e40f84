import type { LibraryModel, Row } from '../models/library-model.js';
import { packageOf } from './package-of.js';

/**
 * The models that can say anything about what is scanned. A model sleeps until one of its packages is imported or
 * stands in a manifest: where nothing uses express-session, a thousand mentions of `.session` are not worth a parse.
 * Models of globals (`localStorage`) are always awake.
 *
 * @param dependencies of all manifests; `undefined` where there is none. Then the sessions of a framework that is
 * imported are awake too: handlers use `req.session`, and nobody says which package puts it there.
 */
export function awakeModels(models: readonly LibraryModel[], imported: Iterable<string>, dependencies: Iterable<string> | undefined): readonly LibraryModel[] {
  const names = new Set<string>(dependencies);
  const specifiers = new Set(imported);
  for (const specifier of specifiers) names.add(packageOf(specifier));
  // `./$types`, which a framework makes for each route, names it too.
  const named = models.filter(({ packages, functionTypes = [] }) => packages.length === 0 || packages.some((name) => names.has(name)) || functionTypes.some((type) => specifiers.has(type.package)));
  const awake = dependencies === undefined ? [...new Set([...named, ...sessionsOf(models, named)])] : named;
  const needed = new Set(awake.flatMap((model) => (speaks(model) ? typesThatRowsStartFrom(model) : [])));
  return awake.filter((model) => speaks(model) || !givesTypes(model) || typesOf(model).some((type) => needed.has(type)));
}

/**
 * Those of `models` whose sessions hang on what frameworks that are awake hand to handlers. A package that no manifest
 * names may put `req.session` there.
 */
export function sessionsOf(models: readonly LibraryModel[], awake: readonly LibraryModel[]): readonly LibraryModel[] {
  const given = new Set(awake.flatMap(typesOf));
  return models.filter(({ roots = [] }) => roots.some(({ from }) => 'type' in from && given.has(from.type)));
}

/** Those of `models` whose macros a page imports: `{% from "govuk/components/input/macro.njk" import govukInput %}`. */
export function modelsOfPages(models: readonly LibraryModel[], imported: ReadonlySet<string>): readonly LibraryModel[] {
  return models.filter(({ asks = [] }) => asks.some(({ from }) => 'package' in from && imported.has(from.package)));
}

/** Can the model tell anything by itself? Koa's gives only the type of what a session's model starts from. */
function speaks({ configs, durations, writes, persists, roots, reads, asks, agents, prompts, steps, chains, scenes, routes, renders, sources }: LibraryModel): boolean {
  return [configs, durations, writes, persists, roots, reads, asks, agents, prompts, steps, chains, scenes, routes, renders, sources].some((rows) => rows !== undefined && rows.length > 0);
}

function givesTypes({ types = [], declaredTypes = [], functionTypes = [] }: LibraryModel): boolean {
  return types.length + declaredTypes.length + functionTypes.length > 0;
}

function typesOf({ types = [], declaredTypes = [], functionTypes = [] }: LibraryModel): readonly string[] {
  return [...types.map(({ name }) => name), ...declaredTypes.map(({ type }) => type), ...functionTypes.map(({ type }) => type)];
}

function typesThatRowsStartFrom(model: LibraryModel): readonly string[] {
  const lists = Object.values(model).filter((rows: unknown): rows is readonly Partial<Row>[] => Array.isArray(rows));
  return lists.flat().flatMap(({ from }) => (from !== undefined && 'type' in from ? [from.type] : []));
}
