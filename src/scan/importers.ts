import { folderOf } from './manifests.js';
import type { Resolve } from './resolver.js';

/** Who may import a file, found by the last segment of specifiers and confirmed by resolution when asked. */
export class Importers {
  private readonly bySegment = new Map<string, string[]>();

  /** @param specifiers the import specifiers of every file */
  constructor(private readonly specifiers: ReadonlyMap<string, readonly string[]>, private readonly resolve: Resolve) {
    for (const [file, list] of specifiers) {
      for (const segment of new Set(list.map(lastSegment))) {
        const files = this.bySegment.get(segment);
        if (files === undefined) this.bySegment.set(segment, [file]);
        else files.push(file);
      }
    }
  }

  /** Files that import `file`. `names`: further names it goes by, such as that of its package. */
  of(file: string, names: readonly string[] = []): readonly string[] {
    const candidates = new Set<string>();
    for (const segment of [...segmentsOf(file), ...names.map(lastSegment)]) {
      for (const candidate of this.bySegment.get(segment) ?? []) candidates.add(candidate);
    }
    candidates.delete(file);
    return [...candidates].filter((candidate) => this.imports(candidate, file));
  }

  private imports(from: string, file: string): boolean {
    const segments = new Set(segmentsOf(file));
    return (this.specifiers.get(from) ?? []).some(
      (specifier) => (segments.has(lastSegment(specifier)) || !specifier.startsWith('.')) && this.resolve(from, specifier) === file,
    );
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
  return name.replace(/(?:\.d)?\.(?:[cm]?[jt]sx?|vue|svelte)$/, '');
}
