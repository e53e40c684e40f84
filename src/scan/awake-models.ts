import type { LibraryModel, Row } from '../models/library-model.js';
import { packageOf } from './package-of.js';

/**
 * The models that can say anything about what is scanned. A model sleeps until one of its packages is imported or
 * stands in a manifest: where nothing uses express-session, a thousand mentions of `.session` are not worth a parse.
 * Models of globals (`localStorage`) are always awake.
 */
export function awakeModels(models: readonly LibraryModel[], imported: Iterable<string>, dependencies: Iterable<string>): readonly LibraryModel[] {
  const names = new Set<string>(dependencies);
  for (const specifier of imported) names.add(packageOf(specifier));
  const awake = models.filter(({ packages }) => packages.length === 0 || packages.some((name) => names.has(name)));
  const needed = new Set(awake.flatMap((model) => (speaks(model) ? typesThatRowsStartFrom(model) : [])));
  return awake.filter((model) => speaks(model) || !givesTypes(model) || typesOf(model).some((type) => needed.has(type)));
}

/** Can the model tell anything by itself? Koa's gives only the type of what a session's model starts from. */
function speaks({ configs, durations, writes, persists, roots, reads, asks, steps, scenes, routes, renders, sources }: LibraryModel): boolean {
  return [configs, durations, writes, persists, roots, reads, asks, steps, scenes, routes, renders, sources].some((rows) => rows !== undefined && rows.length > 0);
}

function givesTypes({ types = [], declaredTypes = [] }: LibraryModel): boolean {
  return types.length + declaredTypes.length > 0;
}

function typesOf({ types = [], declaredTypes = [] }: LibraryModel): readonly string[] {
  return [...types.map(({ name }) => name), ...declaredTypes.map(({ type }) => type)];
}

function typesThatRowsStartFrom(model: LibraryModel): readonly string[] {
  const lists = Object.values(model).filter((rows: unknown): rows is readonly Partial<Row>[] => Array.isArray(rows));
  return lists.flat().flatMap(({ from }) => (from !== undefined && 'type' in from ? [from.type] : []));
}
