import type { FileSummary, ValueId } from '../facts/index.js';
import { viewCandidates } from './view-candidates.js';

/** Finds the file that `specifier` names in `fromFile`, or `undefined` when it is not among the linked files. */
export type ModuleResolver = (fromFile: string, specifier: string) => string | undefined;

/** A value together with the file it stands in. */
export interface Located {
  readonly file: FileSummary;
  readonly id: ValueId;
}

/** What a module gives its importers, through re-exports, with CommonJS seen as its ESM equivalent. */
export class Modules {
  readonly #files: ReadonlyMap<string, FileSummary>;
  readonly #resolve: ModuleResolver;
  readonly #found = new Map<FileSummary, Map<string, FileSummary | undefined>>();
  readonly #templates = new Map<string, FileSummary | null>();
  readonly #exports = new Map<string, ReadonlyMap<string, ValueId>>();

  constructor(files: ReadonlyMap<string, FileSummary>, resolve: ModuleResolver) {
    this.#files = files;
    this.#resolve = resolve;
  }

  /** The linked file behind an import specifier. */
  fileOf(from: FileSummary, specifier: string): FileSummary | undefined {
    if (from.dialect === 'nunjucks') return this.template(specifier);
    let ofFile = this.#found.get(from);
    if (!ofFile) this.#found.set(from, (ofFile = new Map<string, FileSummary | undefined>()));
    if (ofFile.has(specifier)) return ofFile.get(specifier);
    const name = this.#resolve(from.file, specifier);
    const found = name === undefined ? undefined : this.#files.get(name);
    ofFile.set(specifier, found);
    return found;
  }

  /**
   * The template that a view name means: `res.render('pages/step-4')` is `views/pages/step-4.njk`. View folders are
   * set at run time, so the name must fit the end of one path only.
   */
  template(view: string): FileSummary | undefined {
    const known = this.#templates.get(view);
    if (known !== undefined) return known ?? undefined;
    const wanted = viewCandidates(view).map((candidate) => `/${candidate}`);
    const fitting = [...this.#files.values()].filter((file) => file.dialect === 'nunjucks' && wanted.some((end) => `/${file.file}`.endsWith(end)));
    const found = fitting.length === 1 ? fitting[0] : undefined;
    this.#templates.set(view, found ?? null);
    return found;
  }

  /**
   * The value behind `import { name } from specifier`. `export *` loops end; a default import of a CommonJS module
   * is its `module.exports`, as is `require()`; a named one may be a property of it (`undefined` here: the caller
   * asks for `'module.exports'` and looks the property up).
   */
  exported(from: FileSummary, specifier: string, name: string): Located | undefined {
    const file = this.fileOf(from, specifier);
    return file && this.#lookUp(file, name, new Set());
  }

  #lookUp(file: FileSummary, name: string, seen: Set<string>): Located | undefined {
    if (seen.has(file.file)) return undefined;
    seen.add(file.file);
    const own = this.#ownExports(file).get(name);
    if (own !== undefined) return { file, id: own };
    for (const specifier of file.reexports) {
      const target = this.fileOf(file, specifier);
      const found = target && this.#lookUp(target, name, seen);
      if (found) return found;
    }
    return undefined;
  }

  #ownExports(file: FileSummary): ReadonlyMap<string, ValueId> {
    const known = this.#exports.get(file.file);
    if (known) return known;
    const made = new Map(file.exports.map((e) => [e.name, e.value]));
    this.#exports.set(file.file, made);
    return made;
  }
}
