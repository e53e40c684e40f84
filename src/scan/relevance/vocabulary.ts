import type { From, LibraryModel, Row } from '../../models/library-model.js';
import { carriersOf, type Carriers } from './carriers.js';

/** The names by which the models' rows can be reached in a source text. */
export interface Vocabulary {
  /** Import specifiers: `express-session`. */
  readonly packages: ReadonlySet<string>;
  /** Of packages that rows name exports of, which: jose's `SignJWT`. Of others, and of modules as a whole, all may matter. */
  readonly exports: ReadonlyMap<string, ReadonlySet<string>>;
  /** `localStorage`, and properties of what all scripts name: `document.cookie`. */
  readonly globals: ReadonlySet<string>;
  /** Properties that hold session memory on a value that another file may have made: `session`, `wizard`. */
  readonly roots: ReadonlySet<string>;
  /** Methods of what a framework hands to handlers: `cookie` of a response, and `render` where there are pages to be read. */
  readonly methods: ReadonlySet<string>;
  /** Methods that give session memory, or what is made into it: `duplicate` of a client, `extend` of a store. */
  readonly makers: ReadonlySet<string>;
}

/**
 * Collects the names out of the models, so that no row can be filtered out by a list kept by hand.
 *
 * @param models those in use
 * @param hasTemplates are there pages that `render` could show?
 */
export function vocabularyOf(models: readonly LibraryModel[], hasTemplates: boolean): Vocabulary {
  const carriers = carriersOf(models);
  const packages = new Set<string>();
  const globals = new Set<string>();
  const roots = new Set<string>();
  const methods = new Set<string>();
  const addFrom = (from: From): void => {
    if ('package' in from) packages.add(from.package);
    if ('global' in from) globals.add(from.global);
  };
  for (const model of models.filter((each) => !isOnlySource(each))) {
    for (const name of model.packages) packages.add(name);
    for (const declared of model.declaredTypes ?? []) if (declared.package !== 'global') packages.add(declared.package);
    for (const { package: name } of model.functionTypes ?? []) packages.add(name);
    // `env.SESSIONS: KVNamespace` is seen by nothing but the name of its type.
    const isOnlyDeclared = !rowsOf(model).some(({ from }) => !('type' in from));
    for (const declared of model.declaredTypes ?? []) if (declared.package === 'global' && isOnlyDeclared) globals.add(declared.name);
    for (const row of rowsOf(model)) addFrom(row.from);
    // Every script of a page names `document`.
    for (const { from, path } of model.cookieTexts ?? []) for (const name of lastMembers(path)) if ('global' in from) globals.add(`${from.global}.${name}`);
    for (const row of model.roots ?? []) for (const name of lastMembers(row.path)) roots.add(name);
    for (const row of handedRows(model, carriers, hasTemplates)) for (const name of lastMembers(row.path)) (row.path.endsWith('.Return') ? methods : roots).add(name);
  }
  for (const name of carriers.packages) packages.delete(name);
  // Steps of the path `*` and values every program has say nothing.
  for (const name of ['any', '*']) roots.delete(name);
  for (const name of ['require', 'module', 'exports', 'undefined', 'JSON', 'Object', 'Promise', 'Array']) globals.delete(name);
  return { packages, globals, roots, methods, makers: makersOf(models), exports: exportsOf(models) };
}

/** Rows that start from what a framework hands to handlers: files that use one need not name the framework. */
function handedRows(model: LibraryModel, carriers: Carriers, hasTemplates: boolean): readonly Row[] {
  const rows = [model.types, model.writes, model.reads, model.clears].flatMap((list): readonly Row[] => list ?? []);
  const named = rows.filter((row) => 'type' in row.from && carriers.types.has(row.from.type) && !row.path.includes('Parameter[') && !('name' in row && carriers.types.has(String(row.name))));
  return [...named, ...(hasTemplates ? (model.renders ?? []) : [])];
}

/** The first step into each package, of every row that starts there, and the types that it declares. */
function exportsOf(models: readonly LibraryModel[]): ReadonlyMap<string, ReadonlySet<string>> {
  const exports = new Map<string, Set<string>>();
  const add = (from: string, names: readonly string[]): void => {
    const known = exports.get(from) ?? new Set<string>();
    for (const name of names) known.add(name);
    exports.set(from, known);
  };
  for (const model of models) {
    for (const { package: from, name } of [...(model.declaredTypes ?? []), ...(model.functionTypes ?? [])]) add(from, [name]);
    for (const { from, path } of allRowsOf(model)) if ('package' in from) add(from.package, /^Member\[([^\]]*)\]/.exec(path)?.[1]?.split(',') ?? ['default']);
  }
  // `Member[any]`
  for (const [from, names] of exports) if (names.has('any')) exports.delete(from);
  return exports;
}

/** `createClient` of `Member[createClient].Return`, in rows that say what a value is. */
function makersOf(models: readonly LibraryModel[]): ReadonlySet<string> {
  const rows = models.flatMap((model) => [model.types, model.configs, model.roots, model.stores, model.storages, model.states].flatMap((list): readonly Row[] => list ?? []));
  return new Set(rows.flatMap(({ path }) => [...path.matchAll(/Member\[([^\]]*)\]\.(?:Return|New)/g)].flatMap(([, names = '']) => names.split(','))).filter((name) => name !== 'any'));
}

/** A database or an API client: what it gives matters where it is stored, and that is where files are looked for. */
function isOnlySource(model: LibraryModel): boolean {
  return model.sources !== undefined && rowsOf({ ...model, types: [] }).length === 0;
}

function allRowsOf(model: LibraryModel): readonly Row[] {
  const lists = Object.values(model).filter((rows: unknown): rows is readonly unknown[] => Array.isArray(rows));
  return lists.flat().filter((row): row is Row => typeof row === 'object' && row !== null && 'from' in row && 'path' in row);
}

/** All but `escapes`, `stores`, `sources` and parts of states: `console.log` and `new Map()` say nothing where there is no session to be logged or kept. */
function rowsOf(model: LibraryModel): readonly { readonly from: From; readonly path: string }[] {
  return [
    model.types, model.configs, model.durations, model.writes, model.persists, model.roots, model.reads, model.clears, model.saves, model.asks,
    model.steps, model.moves, model.scenes, model.routes, model.redirects, model.renders, model.posted,
  ].flatMap((rows) => rows ?? []);
}

/**
 * The names that must stand in a file which uses the row: `Parameter[0].Member[session,flow]` needs one of the two.
 * Of a chain at the end, `Member[wizard].Member[state]`, the first: `state` alone would match half of the web.
 */
function lastMembers(path: string): readonly string[] {
  // A call is seen by the name of what is called: `Member[render].Return` by `render`.
  const chain = /(?:Member\[[^\]]*\]\.?)+$/.exec(path.replace(/\.Return$/, ''))?.[0] ?? '';
  return /Member\[([^\]]*)\]/.exec(chain)?.[1]?.split(',').map((name) => name.trim()) ?? [];
}
