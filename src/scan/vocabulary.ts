import type { From, LibraryModel } from '../models/library-model.js';

/** The names by which the models' rows can be reached in a source text. */
export interface Vocabulary {
  /** Import specifiers: `express-session`. */
  readonly packages: ReadonlySet<string>;
  /** `localStorage`. */
  readonly globals: ReadonlySet<string>;
  /** Properties that hold session memory on a value that another file may have made: `session`, `wizard`. */
  readonly roots: ReadonlySet<string>;
  /** Methods of such values that render a page, which is where its template is found: `render`. */
  readonly renders: ReadonlySet<string>;
}

/** Collects the names out of the models, so that no row can be filtered out by a list kept by hand. */
export function vocabularyOf(models: readonly LibraryModel[]): Vocabulary {
  const packages = new Set<string>();
  const globals = new Set<string>();
  const roots = new Set<string>();
  const renders = new Set<string>();
  const addFrom = (from: From): void => {
    if ('package' in from) packages.add(from.package);
    if ('global' in from) globals.add(from.global);
  };
  for (const model of models.filter((each) => !isOnlySource(each))) {
    for (const name of model.packages) packages.add(name);
    for (const declared of model.declaredTypes ?? []) if (declared.package !== 'global') packages.add(declared.package);
    // `env.SESSIONS: KVNamespace` is seen by nothing but the name of its type.
    const isOnlyDeclared = !rowsOf(model).some(({ from }) => !('type' in from));
    for (const declared of model.declaredTypes ?? []) if (declared.package === 'global' && isOnlyDeclared) globals.add(declared.name);
    for (const row of rowsOf(model)) addFrom(row.from);
    for (const row of model.roots ?? []) for (const name of lastMembers(row.path)) roots.add(name);
    for (const row of model.renders ?? []) for (const name of lastMembers(row.path)) renders.add(name);
  }
  // Steps of the path `*` and values every program has say nothing.
  for (const name of ['any', '*']) roots.delete(name);
  for (const name of ['require', 'module', 'exports', 'undefined', 'JSON', 'Object', 'Promise', 'Array']) globals.delete(name);
  return { packages, globals, roots, renders };
}

/** A database or an API client: what it gives matters where it is stored, and that is where files are looked for. */
function isOnlySource(model: LibraryModel): boolean {
  return model.sources !== undefined && rowsOf({ ...model, types: [] }).length === 0;
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
