import type { LibraryModel } from '../models/library-model.js';
import { carriersOf } from './relevance/carriers.js';
import { vocabularyOf } from './relevance/vocabulary.js';

/**
 * The one expression that decides, on a file's bytes as latin1, whether the file is parsed without being asked for by
 * another one. Generated from the models: what no model can recognise by itself is not worth a parse.
 *
 * - packages stand between quotes: `'express-session'`, `"ioredis/built"`
 * - globals are whole words: `localStorage`
 * - roots stand as a property, in a pattern or as a key: `req.session`, `{ session }`, `ctx['wizard']`
 * - methods are called: `.render(`
 *
 * @param hasTemplates are there pages that `render` could show?
 */
export function prefilterPattern(models: readonly LibraryModel[], hasTemplates: boolean): RegExp {
  const { packages, globals, roots, methods } = vocabularyOf(models, hasTemplates);
  const alternatives: string[] = [];
  if (packages.size > 0) alternatives.push(`['"](?:node:)?(?:${anyOf(packages)})(?:/[^'"\\n]{0,200})?['"]`);
  if (globals.size > 0) alternatives.push(`\\b(?:${anyOf(globals)})\\b`);
  if (roots.size > 0) {
    const names = anyOf(roots);
    alternatives.push(`\\.\\s{0,40}(?:${names})\\b`, `\\b(?:${names})\\s{0,40}[},:=?\\]]`, `['"\`](?:${names})['"\`]`);
  }
  if (methods.size > 0) alternatives.push(`\\.\\s{0,40}(?:${anyOf(methods)})\\s{0,4}\\(`);
  return alternatives.length === 0 ? /$^/ : new RegExp(alternatives.join('|'));
}

/**
 * What must stand in a file that proves something by itself: the import of a package, a global, or a type of a global
 * namespace. `request.session` in a file that imports none of them is known through other files only, and ESLint sees
 * no other file.
 */
export function ownEvidencePattern(models: readonly LibraryModel[]): RegExp {
  const { packages: telling, globals } = vocabularyOf(models.map(withoutManifest), false);
  const packages = new Set([...telling, ...carriersOf(models).packages]);
  const namespaces = models.flatMap((model) => (model.declaredTypes ?? []).filter((type) => type.package === 'global').map(({ name }) => name.split('.')[0] ?? name));
  const words = new Set([...globals, ...namespaces]);
  return new RegExp(`['"](?:node:)?(?:${anyOf(packages)})(?:/[^'"\\n]{0,200})?['"]|\\b(?:${anyOf(words)})\\b`);
}

/** The model without the rows that hold only where a manifest can be read. */
function withoutManifest(model: LibraryModel): LibraryModel {
  const holdsAlone = (row: unknown): boolean => !(typeof row === 'object' && row !== null && 'onlyWith' in row);
  return Object.fromEntries(Object.entries(model).map(([key, rows]: [string, unknown]) => [key, Array.isArray(rows) ? rows.filter(holdsAlone) : rows])) as unknown as LibraryModel;
}

function anyOf(names: ReadonlySet<string>): string {
  // The longest first: `redis` must not hide `redis-sessions`.
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(toLatin1Pattern).join('|');
}

/** The text is read as latin1, so a name beyond ASCII looks like its UTF-8 bytes. */
function toLatin1Pattern(name: string): string {
  return Buffer.from(name, 'utf8').toString('latin1').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
