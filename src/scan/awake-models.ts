import type { LibraryModel } from '../models/library-model.js';
import { packageOf } from './package-of.js';

/**
 * The models that can say anything about what is scanned. A model sleeps until one of its packages is imported or
 * stands in a manifest: where nothing uses express-session, a thousand mentions of `.session` are not worth a parse.
 * Models of globals (`localStorage`) are always awake.
 */
export function awakeModels(models: readonly LibraryModel[], imported: Iterable<string>, dependencies: Iterable<string>): readonly LibraryModel[] {
  const names = new Set<string>(dependencies);
  for (const specifier of imported) names.add(packageOf(specifier));
  return models.filter(({ packages }) => packages.length === 0 || packages.some((name) => names.has(name)));
}
