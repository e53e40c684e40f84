import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { liesInside } from './lies-inside.js';
import { reasonOf, UsageError } from './problem.js';

/** What is to be scanned, with symbolic links of the arguments themselves resolved. */
export interface Inputs {
  /** The common folder of all inputs, absolute. Every reported path is relative to it. */
  readonly base: string;
  readonly entries: readonly { readonly absolute: string; readonly kind: 'file' | 'folder' }[];
  /** The folder of the governing `.git`, absolute; absent outside of every repository. */
  readonly repository?: string;
}

/**
 * @param cwd absolute
 * @param paths as given; none means `cwd` itself
 * @throws UsageError when a path does not exist or is neither a file nor a folder
 */
export function resolveInputs(cwd: string, paths: readonly string[]): Inputs {
  const entries = (paths.length === 0 ? ['.'] : paths).map((path) => entryOf(cwd, path));
  const base = entries.map((entry) => (entry.kind === 'file' ? dirname(entry.absolute) : entry.absolute)).reduce(commonFolder);
  const repository = repositoryOf(base);
  return repository === undefined ? { base, entries } : { base, entries, repository };
}

/** `a\b` on Windows, `a/b` elsewhere, is `a/b` in every output. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

function entryOf(cwd: string, path: string): Inputs['entries'][number] {
  const named = resolve(cwd, path);
  try {
    const absolute = realpathSync(named);
    const stat = statSync(absolute);
    if (stat.isDirectory()) return { absolute, kind: 'folder' };
    if (stat.isFile()) return { absolute, kind: 'file' };
  } catch (error) {
    throw new UsageError(`${JSON.stringify(path)}: ${reasonOf(error)}.`);
  }
  throw new UsageError(`${JSON.stringify(path)} is neither a file nor a folder.`);
}

function commonFolder(a: string, b: string): string {
  let common = a;
  for (;;) {
    if (liesInside(common, b)) return common;
    const parent = dirname(common);
    if (parent === common) return common;
    common = parent;
  }
}

/** `.git` is a folder, or a file in a worktree or submodule. */
function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
