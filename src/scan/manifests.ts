import { join, relative } from 'node:path';
import { toPosix, type Inputs } from './inputs.js';
import { reasonOf, type LeftOut } from './problem.js';
import { readRegularFile } from './read-regular-file.js';

/** What is used of a package.json. */
export interface Manifest {
  readonly name?: string;
  /** POSIX folder relative to the base: `''` for the base, `'..'` above it. */
  readonly folder: string;
  /** All kinds of dependencies, name to range. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly main?: string;
  readonly imports?: unknown;
  readonly exports?: unknown;
}

/** The package.json files of a scan. Each is read once; a broken one leaves a note and counts as not there. */
export class Manifests {
  readonly notes: LeftOut[] = [];
  private readonly byFolder = new Map<string, Manifest>();
  private readonly nearest = new Map<string, Manifest | undefined>();
  /** The first package.json above the base, at most in the repository's root. */
  private readonly above: Manifest | undefined;

  /** @param paths POSIX paths relative to the base, as discovery found them */
  constructor(inputs: Inputs, paths: readonly string[]) {
    for (const path of paths) {
      const manifest = this.load(join(inputs.base, path), path);
      if (manifest !== undefined) this.byFolder.set(manifest.folder, manifest);
    }
    this.above = this.loadAbove(inputs);
  }

  get all(): Iterable<Manifest> {
    return this.byFolder.values();
  }

  /** The governing manifest of a file: the nearest upward. */
  of(file: string): Manifest | undefined {
    return this.inFolder(folderOf(file));
  }

  /** Manifest that lies in exactly this folder. */
  at(folder: string): Manifest | undefined {
    return this.byFolder.get(folder);
  }

  private inFolder(folder: string): Manifest | undefined {
    const passed: string[] = [];
    let found: Manifest | undefined;
    for (let at = folder; ; at = folderOf(at)) {
      if (this.nearest.has(at)) {
        found = this.nearest.get(at);
        break;
      }
      passed.push(at);
      found = this.byFolder.get(at);
      if (found !== undefined) break;
      if (at === '') {
        found = this.above;
        break;
      }
    }
    for (const at of passed) this.nearest.set(at, found);
    return found;
  }

  private loadAbove(inputs: Inputs): Manifest | undefined {
    const { base, repository } = inputs;
    if (repository === undefined || repository === base) return undefined;
    let folder = base;
    while (folder !== repository) {
      folder = join(folder, '..');
      const path = toPosix(relative(base, join(folder, 'package.json')));
      const manifest = this.load(join(folder, 'package.json'), path, true);
      if (manifest !== undefined) return manifest;
    }
    return undefined;
  }

  private load(absolute: string, path: string, mayBeMissing = false): Manifest | undefined {
    let text: string;
    try {
      text = readRegularFile(absolute);
    } catch (error) {
      if (!mayBeMissing) this.notes.push({ path, reason: reasonOf(error) });
      return undefined;
    }
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      this.notes.push({ path, reason: 'not valid JSON: its dependencies are not known' });
      return undefined;
    }
    if (!isRecord(json)) {
      this.notes.push({ path, reason: 'not a JSON object: its dependencies are not known' });
      return undefined;
    }
    return toManifest(json, folderOf(path));
  }
}

function toManifest(json: Record<string, unknown>, folder: string): Manifest {
  const dependencies = new Map<string, string>();
  for (const kind of ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies']) {
    const listed = json[kind];
    if (!isRecord(listed)) continue;
    for (const [name, range] of Object.entries(listed)) if (typeof range === 'string') dependencies.set(name, range);
  }
  return {
    folder,
    dependencies,
    ...(typeof json['name'] === 'string' ? { name: json['name'] } : {}),
    ...(typeof json['main'] === 'string' ? { main: json['main'] } : {}),
    ...('imports' in json ? { imports: json['imports'] } : {}),
    ...('exports' in json ? { exports: json['exports'] } : {}),
  };
}

/** `'a/b.ts'` lies in `'a'`, `'b.ts'` in `''`, `'../package.json'` in `'..'`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
