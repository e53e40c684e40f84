import { readdirSync, type Dirent } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Dialect } from '../facts/index.js';
import { dialectOf } from './dialect-of.js';
import { isGitIgnored, withGitIgnore, type GitIgnore } from './git-ignore.js';
import { toPosix, type Inputs } from './inputs.js';
import { liesInside } from './lies-inside.js';
import { reasonOf, type LeftOut } from './problem.js';

/** A file that may be scanned. Nothing of it has been read. */
export interface SourceFile {
  /** POSIX path relative to the base. */
  readonly path: string;
  readonly absolute: string;
  readonly dialect: Dialect;
  /** `.d.ts`, `.d.mts`, `.d.cts`: read for types only. */
  readonly declarations: boolean;
  /** The file itself was an argument: no name-based policy applies to it. */
  readonly named: boolean;
}

export interface Discovered {
  readonly files: readonly SourceFile[];
  /** `package.json` files below the base, POSIX paths relative to it. */
  readonly manifests: readonly string[];
  /** `tsconfig.json` and `jsconfig.json` files, likewise. */
  readonly typeScriptConfigs: readonly string[];
  readonly skipped: readonly LeftOut[];
  readonly failed: readonly LeftOut[];
}

const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules', 'dist', 'build', 'out', 'coverage', 'vendor', 'bower_components',
]);

/** Build output goes beside the sources, so `src/adapters/out` is a part of them: where hexagonal architectures keep what calls outwards. */
function isLeftOutByName(name: string, path: string): boolean {
  return name.startsWith('.') || (skippedFolders.has(name) && !(name === 'out' && /(?:^|\/)src\//.test(path)));
}

/** Decides on a path before `.gitignore` does: `true` leaves it out, `false` takes it in, `undefined` says nothing. */
export type IsLeftOut = (path: string) => boolean | undefined;

/**
 * Walks the inputs once, without following symbolic links, and lists what may be scanned, sorted by path.
 * Skips dependencies and build output by name, hidden folders, and what `.gitignore` files ignore.
 */
export function discover(inputs: Inputs, isLeftOut: IsLeftOut = () => undefined): Discovered {
  const walk = new Walk(inputs, isLeftOut);
  for (const entry of inputs.entries) {
    if (entry.kind === 'folder') walk.folder(entry.absolute);
    else walk.namedFile(entry.absolute);
  }
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return {
    files: [...walk.files.values()].sort(byPath),
    manifests: [...walk.manifests].sort(),
    typeScriptConfigs: [...walk.typeScriptConfigs].sort(),
    skipped: [...walk.skipped.values()].sort(byPath),
    failed: [...walk.failed.values()].sort(byPath),
  };
}

interface Pending {
  readonly absolute: string;
  /** POSIX, relative to the base; `''` is the base. */
  readonly path: string;
  readonly rules: GitIgnore | undefined;
}

class Walk {
  readonly files = new Map<string, SourceFile>();
  readonly manifests = new Set<string>();
  readonly typeScriptConfigs = new Set<string>();
  readonly skipped = new Map<string, LeftOut>();
  readonly failed = new Map<string, LeftOut>();
  private readonly visited = new Set<string>();

  constructor(private readonly inputs: Inputs, private readonly isLeftOut: IsLeftOut) {}

  namedFile(absolute: string): void {
    const path = this.pathOf(absolute);
    const dialect = dialectOf(path);
    if (dialect === undefined) this.skipped.set(path, { path, reason: 'not a language that is scanned' });
    else this.files.set(path, { path, absolute, dialect, declarations: isDeclarations(path), named: true });
  }

  folder(absolute: string): void {
    const pending: Pending[] = [{ absolute, path: this.pathOf(absolute), rules: this.rulesAbove(absolute) }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) this.visit(next, pending);
  }

  private visit(folder: Pending, pending: Pending[]): void {
    // Inputs may overlap: `scan . src`.
    if (this.visited.has(folder.absolute)) return;
    this.visited.add(folder.absolute);
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.absolute, { withFileTypes: true });
    } catch (error) {
      const path = folder.path === '' ? '.' : folder.path;
      this.failed.set(path, { path, reason: reasonOf(error) });
      return;
    }
    const rules = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
      ? withGitIgnore(folder.rules, folder.absolute, folder.path)
      : folder.rules;
    for (const entry of entries) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      const absolute = join(folder.absolute, entry.name);
      if (entry.isDirectory()) {
        if (isLeftOutByName(entry.name, path) || this.isIgnored(rules, `${path}/`)) continue;
        pending.push({ absolute, path, rules });
      } else this.entry(entry, path, absolute, rules);
    }
  }

  private entry(entry: Dirent, path: string, absolute: string, rules: GitIgnore | undefined): void {
    if (entry.name === 'package.json') {
      if (entry.isFile()) this.manifests.add(path);
      return;
    }
    if (entry.name === 'tsconfig.json' || entry.name === 'jsconfig.json') {
      if (entry.isFile()) this.typeScriptConfigs.add(path);
      return;
    }
    const dialect = dialectOf(entry.name);
    if (dialect === undefined || this.isIgnored(rules, path)) return;
    if (entry.isFile()) {
      if (/\.min\.[cm]?js$/i.test(entry.name)) this.skipped.set(path, { path, reason: 'minified' });
      else if (!this.files.has(path)) this.files.set(path, { path, absolute, dialect, declarations: isDeclarations(path), named: false });
    } else {
      this.skipped.set(path, { path, reason: entry.isSymbolicLink() ? 'symbolic link' : 'not a regular file' });
    }
  }

  private isIgnored(rules: GitIgnore | undefined, path: string): boolean {
    return this.isLeftOut(path) ?? isGitIgnored(rules, path);
  }

  private pathOf(absolute: string): string {
    return toPosix(relative(this.inputs.base, absolute));
  }

  /**
   * `.gitignore` files from the repository's root down to the folder's parent. When they ignore the folder itself, a
   * person named it all the same (a checkout inside an ignored folder), so they say nothing about what is in it.
   */
  private rulesAbove(absolute: string): GitIgnore | undefined {
    const { repository, base } = this.inputs;
    if (repository === undefined || repository === absolute) return undefined;
    const above: string[] = [];
    for (let at = dirname(absolute); ; at = dirname(at)) {
      above.push(at);
      if (at === repository || dirname(at) === at) break;
    }
    let rules: GitIgnore | undefined;
    for (const folder of above.reverse()) {
      rules = liesInside(base, folder)
        ? withGitIgnore(rules, folder, this.pathOf(folder))
        : withGitIgnore(rules, folder, '', `${toPosix(relative(folder, base))}/`);
    }
    const path = this.pathOf(absolute);
    // The base itself has an empty path; files above the base put their prefix before it.
    return isGitIgnored(rules, path === '' ? '' : `${path}/`) ? undefined : rules;
  }
}

function isDeclarations(path: string): boolean {
  return /\.d\.[cm]?ts$/i.test(path);
}
