import { posix, relative } from 'node:path';
import { toPosix, type Inputs } from './inputs.js';
import { isRecord, type Manifest, type Manifests } from './manifests.js';
import { folderOf } from './manifests.js';
import { matchPattern } from './match-pattern.js';
import { packageOf } from './package-of.js';
import type { TypeScriptConfigs, TypeScriptConfig } from './type-script-config.js';

/** Finds the file behind an import specifier, among the files of the scan. */
export type Resolve = (fromFile: string, specifier: string) => string | undefined;

/** What resolution knows. All paths are POSIX and relative to the base. */
export interface ResolverParts {
  readonly inputs: Inputs;
  /** Every file that discovery found. */
  readonly files: ReadonlySet<string>;
  readonly manifests: Manifests;
  readonly configs: TypeScriptConfigs;
  /** TypeScript's own resolution, for what plain code cannot do. Expensive to load: called last and rarely. */
  readonly byTypeScript: (fromFile: string, specifier: string, config: TypeScriptConfig) => string | undefined;
}

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.d.ts', '.d.mts', '.d.cts'];
/** TypeScript sources import what they will be compiled to. */
const sourceOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['.js', ['.ts', '.tsx', '.d.ts', '.jsx']],
  ['.jsx', ['.tsx']],
  ['.mjs', ['.mts', '.d.mts']],
  ['.cjs', ['.cts', '.d.cts']],
]);
/** In this order: sources first, since built files are not scanned. */
const conditions = ['source', 'development', 'types', 'import', 'module', 'node', 'require', 'default'];

/**
 * Resolution by plain code over the list of files: relative paths, package.json `imports` and workspace packages,
 * tsconfig `paths` and `baseUrl`, and the customary `@/…` and `~/…` for the package's `src`. Answers are remembered.
 */
export function createResolver(parts: ResolverParts): Resolve {
  const known = new Map<string, string | undefined>();
  const packages = new Map<string, Manifest>();
  for (const manifest of parts.manifests.all) {
    if (manifest.name !== undefined && !packages.has(manifest.name)) packages.set(manifest.name, manifest);
  }
  return (fromFile, specifier) => {
    const key = `${folderOf(fromFile)}\0${specifier}`;
    if (!known.has(key)) known.set(key, new Resolution(parts, packages, fromFile).resolve(specifier));
    return known.get(key);
  };
}

class Resolution {
  constructor(
    private readonly parts: ResolverParts,
    private readonly packages: ReadonlyMap<string, Manifest>,
    private readonly fromFile: string,
  ) {}

  resolve(specifier: string): string | undefined {
    const bare = specifier.replace(/[?#].*$/, (query, at: number) => (at === 0 ? query : ''));
    if (/^\.{1,2}(?:\/|$)/.test(bare)) return this.relative(bare) ?? this.acrossRootDirs(bare);
    if (bare.startsWith('#')) return this.packageImport(bare) ?? this.tsConfigPath(bare);
    return this.tsConfigPath(bare) ?? this.workspacePackage(bare) ?? this.customaryAlias(bare);
  }

  private relative(specifier: string): string | undefined {
    return this.file(posix.join(folderOf(this.fromFile), specifier));
  }

  private acrossRootDirs(specifier: string): string | undefined {
    const config = this.parts.configs.of(this.fromFile);
    return config?.rootDirs === true ? this.parts.byTypeScript(this.fromFile, specifier, config) : undefined;
  }

  /** `path` itself, with an extension, as the source of a compiled name, or as a folder. */
  private file(path: string): string | undefined {
    if (path === '..' || path.startsWith('../')) return undefined;
    const at = path === '.' || path === './' ? '' : path.replace(/\/$/, '');
    return this.exactFile(at) ?? this.folder(at);
  }

  private exactFile(path: string): string | undefined {
    const { files } = this.parts;
    if (files.has(path)) return path;
    const extension = posix.extname(path);
    const stem = path.slice(0, path.length - extension.length);
    for (const source of sourceOf.get(extension) ?? []) if (files.has(stem + source)) return stem + source;
    if (path !== '') for (const added of extensions) if (files.has(path + added)) return path + added;
    return undefined;
  }

  private folder(path: string): string | undefined {
    const inside = path === '' ? '' : `${path}/`;
    const main = this.parts.manifests.at(path)?.main;
    const byMain = main === undefined ? undefined : this.built(path, main);
    if (byMain !== undefined) return byMain;
    for (const extension of extensions) {
      if (this.parts.files.has(`${inside}index${extension}`)) return `${inside}index${extension}`;
    }
    return undefined;
  }

  /** A file that a manifest names; where that is build output, its source: `dist/a.js` is `src/a.ts` or `a.ts`. */
  private built(folder: string, target: string): string | undefined {
    const path = posix.join(folder, target);
    const exact = this.exactFile(path) ?? (posix.normalize(target) === '.' ? undefined : this.indexOf(path));
    if (exact !== undefined) return exact;
    const inPackage = posix.normalize(target);
    const output = /^(?:dist|build|out|lib|esm|cjs)\/(?:(?:esm|cjs|types|src)\/)?(.+)$/.exec(inPackage)?.[1];
    if (output === undefined) return undefined;
    const source = output.replace(/\.d\.([cm]?ts)$/, '.$1');
    return this.exactFile(posix.join(folder, 'src', source)) ?? this.exactFile(posix.join(folder, source));
  }

  private indexOf(path: string): string | undefined {
    for (const extension of extensions) if (this.parts.files.has(`${path}/index${extension}`)) return `${path}/index${extension}`;
    return undefined;
  }

  private packageImport(specifier: string): string | undefined {
    const manifest = this.parts.manifests.of(this.fromFile);
    return manifest === undefined ? undefined : this.mapped(manifest, manifest.imports, specifier);
  }

  private mapped(manifest: Manifest, map: unknown, specifier: string): string | undefined {
    if (!isRecord(map)) return undefined;
    const match = matchPattern(specifier, Object.keys(map));
    if (match === undefined) return undefined;
    for (const target of targetsOf(map[match.key])) {
      const file = this.built(manifest.folder, target.replaceAll('*', match.star));
      if (file !== undefined) return file;
    }
    return undefined;
  }

  private workspacePackage(specifier: string): string | undefined {
    const name = packageOf(specifier);
    const manifest = specifier.startsWith(name) ? this.packages.get(name) : undefined;
    if (manifest === undefined) return undefined;
    const sub = specifier.slice(name.length + 1);
    return this.exported(manifest, sub) ?? (sub === '' ? this.packageEntry(manifest) : this.packageFile(manifest, sub));
  }

  private exported(manifest: Manifest, sub: string): string | undefined {
    const { exports } = manifest;
    const isSubpathMap = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
    if (isSubpathMap) return this.mapped(manifest, exports, sub === '' ? '.' : `./${sub}`);
    if (sub !== '') return undefined;
    for (const target of targetsOf(exports)) {
      const file = this.built(manifest.folder, target);
      if (file !== undefined) return file;
    }
    return undefined;
  }

  private packageEntry(manifest: Manifest): string | undefined {
    return this.folder(manifest.folder) ?? this.file(posix.join(manifest.folder, 'src'));
  }

  private packageFile(manifest: Manifest, sub: string): string | undefined {
    return this.built(manifest.folder, sub) ?? this.file(posix.join(manifest.folder, sub)) ?? this.file(posix.join(manifest.folder, 'src', sub));
  }

  private tsConfigPath(specifier: string): string | undefined {
    const config = this.parts.configs.of(this.fromFile);
    if (config === undefined) return undefined;
    const match = config.paths === undefined ? undefined : matchPattern(specifier, config.paths.patterns.keys());
    if (config.paths !== undefined && match !== undefined) {
      for (const target of config.paths.patterns.get(match.key) ?? []) {
        const file = this.file(this.fromBase(config.paths.folder, target.replace('*', match.star)));
        if (file !== undefined) return file;
      }
      // `paths` to another project's output: TypeScript knows which source that project builds it from.
      if (config.references && match.key !== '*') return this.parts.byTypeScript(this.fromFile, specifier, config);
    }
    return config.baseUrl === undefined ? undefined : this.file(this.fromBase(config.baseUrl, specifier));
  }

  private fromBase(folder: string, target: string): string {
    return posix.normalize(posix.join(toPosix(relative(this.parts.inputs.base, folder)), toPosix(target)));
  }

  /** Bundler configs are code and are not run; `@/x` and `~/x` mean `src/x` or `x` of the package nearly everywhere. */
  private customaryAlias(specifier: string): string | undefined {
    const path = /^[@~]\/(.+)$/.exec(specifier)?.[1];
    if (path === undefined) return undefined;
    const folder = this.parts.manifests.of(this.fromFile)?.folder ?? '';
    return this.file(posix.join(folder, 'src', path)) ?? this.file(posix.join(folder, 'app', path)) ?? this.file(posix.join(folder, path));
  }
}

/** The paths a conditional `exports` or `imports` entry may lead to, best first. */
function targetsOf(entry: unknown, depth = 0): readonly string[] {
  if (typeof entry === 'string') return [entry];
  if (depth > 8) return [];
  if (Array.isArray(entry)) return entry.flatMap((each) => targetsOf(each, depth + 1));
  if (!isRecord(entry)) return [];
  const keys = Object.keys(entry);
  const ordered = [...conditions.filter((key) => keys.includes(key)), ...keys.filter((key) => !conditions.includes(key))];
  return ordered.flatMap((key) => targetsOf(entry[key], depth + 1));
}
