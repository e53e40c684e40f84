import { join } from 'node:path';
import ignore from 'ignore';
import { readRegularFile } from './read-regular-file.js';

/**
 * The `.gitignore` files that govern a folder, innermost first. One matcher per file, because a pattern is relative
 * to the folder of its file, and an inner file may take back what an outer one ignores.
 */
export interface GitIgnore {
  /** Folder of the file relative to the scan's base, `''` for the base itself; absent above the base. */
  readonly folder: string;
  readonly matcher: ignore.Ignore;
  /** From the folder of the file down to the scan's base, `'packages/app/'`, when the file lies above the base. */
  readonly prefix: string;
  readonly outer: GitIgnore | undefined;
}

/** Adds the `.gitignore` of a folder, when it has one. Unreadable ones count as empty, as for git. */
export function withGitIgnore(outer: GitIgnore | undefined, absolute: string, folder: string, prefix = ''): GitIgnore | undefined {
  let text: string;
  try {
    text = readRegularFile(join(absolute, '.gitignore'));
  } catch {
    return outer;
  }
  return { folder, prefix, matcher: ignore().add(text), outer };
}

/** @param path POSIX, relative to the base; folders end in `/` */
export function isGitIgnored(rules: GitIgnore | undefined, path: string): boolean {
  for (let at = rules; at !== undefined; at = at.outer) {
    const local = at.prefix + (at.folder === '' ? path : path.slice(at.folder.length + 1));
    const result = at.matcher.test(local);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
