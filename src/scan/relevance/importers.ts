import { folderOf } from '../manifests.js';
import type { Resolve } from '../resolver.js';

/** Who may import a file, found by the last segment of specifiers and confirmed by resolution when asked. */
export class Importers {
  private readonly bySegment = new Map<string, { readonly from: string; readonly specifier: string }[]>();

  /** @param specifiers the import specifiers of every file */
  constructor(specifiers: ReadonlyMap<string, readonly string[]>, private readonly resolve: Resolve) {
    for (const [from, list] of specifiers) {
      for (const specifier of list) {
        const segment = lastSegment(specifier);
        const imports = this.bySegment.get(segment);
        if (imports === undefined) this.bySegment.set(segment, [{ from, specifier }]);
        else imports.push({ from, specifier });
      }
    }
  }

  /** Files that import `file`. `names`: further names it goes by, such as that of its package. */
  of(file: string, names: readonly string[] = []): readonly string[] {
    const importers = new Set<string>();
    for (const segment of new Set([...segmentsOf(file), ...names.map(lastSegment)])) {
      for (const { from, specifier } of this.bySegment.get(segment) ?? []) {
        if (from !== file && !importers.has(from) && this.resolve(from, specifier) === file) importers.add(from);
      }
    }
    return [...importers];
  }
}

/** `./a/store.js` and `@acme/store` end in `store`, `..` in `..`. */
function lastSegment(specifier: string): string {
  const last = specifier.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return last === '.' || last === '..' ? last : stemOf(last);
}

/** The last segments by which a file can be imported: its own name, and its folder's when it is an index. */
function segmentsOf(file: string): readonly string[] {
  const stem = stemOf(file.split('/').at(-1) ?? '');
  const folder = folderOf(file).split('/').at(-1) ?? '';
  return /^(?:index|main)$/.test(stem) ? [stem, stemOf(folder), '.', '..'] : [stem];
}

function stemOf(name: string): string {
  return name.replace(/(?:\.d)?\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, '');
}
