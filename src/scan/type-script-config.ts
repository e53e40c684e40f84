import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { toPosix, type Inputs } from './inputs.js';
import { parseJsonc } from './jsonc.js';
import { liesInside } from './lies-inside.js';
import { isRecord, folderOf } from './manifests.js';
import { reasonOf, type LeftOut } from './problem.js';
import { readRegularFile } from './read-regular-file.js';

/** What module resolution needs of a tsconfig after its `extends`. Folders are absolute. */
export interface TypeScriptConfig {
  readonly absolute: string;
  readonly baseUrl?: string;
  /** `paths` and the folder its targets are relative to. */
  readonly paths?: { readonly folder: string; readonly patterns: ReadonlyMap<string, readonly string[]> };
  /** `rootDirs` make one folder out of several: only TypeScript itself resolves across them. */
  readonly rootDirs: boolean;
  readonly references: boolean;
}

type Settings = Omit<TypeScriptConfig, 'absolute'>;

/** The tsconfig files of a scan, read as JSON with comments. Broken ones leave a note and are passed over. */
export class TypeScriptConfigs {
  readonly notes: LeftOut[] = [];
  private readonly byFolder = new Map<string, string>();
  private readonly loaded = new Map<string, TypeScriptConfig | undefined>();
  private readonly nearest = new Map<string, TypeScriptConfig | undefined>();

  /** @param paths POSIX paths relative to the base, as discovery found them */
  constructor(private readonly inputs: Inputs, paths: readonly string[]) {
    for (const path of paths) {
      const folder = folderOf(path);
      // tsconfig.json stands before jsconfig.json.
      if (!path.endsWith('jsconfig.json') || !this.byFolder.has(folder)) this.byFolder.set(folder, path);
    }
  }

  /** The config that governs a file: the nearest one upward, inside the scanned folder. */
  of(file: string): TypeScriptConfig | undefined {
    const folder = folderOf(file);
    if (!this.nearest.has(folder)) this.nearest.set(folder, this.find(folder));
    return this.nearest.get(folder);
  }

  private find(folder: string): TypeScriptConfig | undefined {
    for (let at = folder; ; at = folderOf(at)) {
      const path = this.byFolder.get(at);
      const config = path === undefined ? undefined : this.load(path);
      if (config !== undefined) return config;
      if (at === '') return undefined;
    }
  }

  private load(path: string): TypeScriptConfig | undefined {
    if (!this.loaded.has(path)) {
      const absolute = join(this.inputs.base, path);
      const settings = this.settingsOf(absolute, new Set());
      this.loaded.set(path, settings === undefined ? undefined : { absolute, ...settings });
    }
    return this.loaded.get(path);
  }

  private settingsOf(absolute: string, visited: Set<string>): Settings | undefined {
    if (visited.has(absolute)) return undefined;
    visited.add(absolute);
    const json = this.read(absolute);
    if (json === undefined) return undefined;
    const folder = dirname(absolute);
    const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {};
    let settings = this.inherited(json, folder, visited);
    // A solution-style root only refers: its parts say how the files below are resolved.
    if (Array.isArray(json['references'])) {
      settings = { ...settings, ...this.referenced(json['references'], folder, visited), references: true };
    }
    return { ...settings, ...ownSettings(options, folder, settings.baseUrl) };
  }

  private inherited(json: Record<string, unknown>, folder: string, visited: Set<string>): Settings {
    const bases = typeof json['extends'] === 'string' ? [json['extends']] : Array.isArray(json['extends']) ? json['extends'] : [];
    let settings: Settings = { rootDirs: false, references: false };
    for (const base of bases) {
      const target = typeof base === 'string' ? this.extended(base, folder) : undefined;
      if (target !== undefined) settings = { ...settings, ...this.settingsOf(target, visited) };
    }
    return settings;
  }

  private referenced(references: readonly unknown[], folder: string, visited: Set<string>): Partial<Settings> {
    for (const reference of references) {
      const path = isRecord(reference) ? reference['path'] : undefined;
      if (typeof path !== 'string') continue;
      const target = this.inside(resolve(folder, path.endsWith('.json') ? path : join(path, 'tsconfig.json')));
      // Only parts of the same folder (`tsconfig.app.json`) speak for its files.
      const settings = target !== undefined && dirname(target) === folder ? this.settingsOf(target, visited) : undefined;
      if (settings?.paths !== undefined || settings?.baseUrl !== undefined) return settings;
    }
    return {};
  }

  /** Relative `extends` only: a package in node_modules states no paths of this project. */
  private extended(specifier: string, folder: string): string | undefined {
    if (!specifier.startsWith('.') && !isAbsolute(specifier)) return undefined;
    const target = resolve(folder, specifier);
    return this.inside(target.endsWith('.json') ? target : `${target}.json`);
  }

  /** Real path of a config inside the repository; what lies outside is not read. */
  private inside(absolute: string): string | undefined {
    let real: string;
    try {
      real = realpathSync(absolute);
    } catch {
      return undefined;
    }
    return liesInside(this.inputs.repository ?? this.inputs.base, real) ? real : undefined;
  }

  private read(absolute: string): Record<string, unknown> | undefined {
    const path = toPosix(relative(this.inputs.base, absolute));
    try {
      const json = parseJsonc(readRegularFile(absolute));
      if (isRecord(json)) return json;
      this.notes.push({ path, reason: 'not a JSON object: its module paths are not known' });
    } catch (error) {
      const reason = error instanceof SyntaxError ? 'not valid JSON: its module paths are not known' : reasonOf(error);
      this.notes.push({ path, reason });
    }
    return undefined;
  }
}

function ownSettings(options: Record<string, unknown>, folder: string, inheritedBaseUrl: string | undefined): Partial<Settings> {
  const baseUrl = typeof options['baseUrl'] === 'string' ? resolve(folder, options['baseUrl']) : undefined;
  const patterns = new Map<string, readonly string[]>();
  if (isRecord(options['paths'])) {
    for (const [pattern, targets] of Object.entries(options['paths'])) {
      if (Array.isArray(targets)) patterns.set(pattern, targets.filter((target) => typeof target === 'string'));
    }
  }
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(patterns.size === 0 ? {} : { paths: { folder: baseUrl ?? inheritedBaseUrl ?? folder, patterns } }),
    ...(Array.isArray(options['rootDirs']) ? { rootDirs: true } : {}),
  };
}
