import type { FileSummary } from '../facts/index.js';
import type { LibraryModel, Row } from '../models/library-model.js';

/** Does a row hold for the version in use? `maybe`: it holds for some of the versions that may be in use. */
export type Fit = 'yes' | 'no' | 'maybe';

/**
 * Compares the range that a manifest declares (`^4.1.0`) with the one that a row names (`>=4`): `yes` when every
 * declared version is named, `no` when none is. Comes from the host, because ESLint reads no manifest.
 */
export type CompareVersions = (declared: string, wanted: string) => Fit;

/** Decides which rows may hold in a file. */
export class RowVersions {
  readonly #dependenciesOf: (file: string) => ReadonlyMap<string, string> | undefined;
  readonly #compare: CompareVersions | undefined;

  constructor(dependenciesOf: (file: string) => ReadonlyMap<string, string> | undefined, compare?: CompareVersions) {
    this.#dependenciesOf = dependenciesOf;
    this.#compare = compare;
  }

  /** `maybe` wherever the version is not known: no manifest, no such dependency, or a range such as `workspace:*`. */
  fit(model: LibraryModel, row: Row, file: FileSummary): Fit {
    if (row.onlyWith && !row.onlyWith.some((name) => this.#dependenciesOf(file.file)?.has(name))) return 'no';
    if (row.versions === undefined) return 'yes';
    const dependencies = this.#compare && this.#dependenciesOf(file.file);
    for (const name of model.packages) {
      const declared = dependencies?.get(name);
      if (declared !== undefined && this.#compare) return this.#compare(declared, row.versions);
    }
    return 'maybe';
  }
}
