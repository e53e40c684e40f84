import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { liesInside } from '../scan/lies-inside.js';
import { reasonOf, UsageError } from '../scan/problem.js';

/**
 * Where a file below a folder really is.
 *
 * @param path relative to the folder, as written
 * @throws UsageError when it is not there, or when a symbolic link leads out of the folder
 */
export function insideOf(folder: string, path: string, name = path): string {
  let real: string;
  try {
    real = realpathSync(join(folder, path));
  } catch (error) {
    throw new UsageError(`${name}: ${reasonOf(error)}.`);
  }
  if (!liesInside(realpathSync(folder), real)) {
    throw new UsageError(`${name}: a symbolic link that leads out of the folder. Nothing outside of it is read.`);
  }
  return real;
}
