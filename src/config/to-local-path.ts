import { relative } from 'node:path';
import { toPosix } from '../scan/inputs.js';
import { liesInside } from '../scan/lies-inside.js';

/**
 * Names files as patterns of another folder see them; `undefined` for files outside of it.
 *
 * @param base absolute, what paths are relative to
 * @param folder absolute, what patterns are relative to
 */
export function toLocalPath(base: string, folder: string): (path: string) => string | undefined {
  if (liesInside(folder, base)) {
    const down = relative(folder, base);
    const prefix = down === '' ? '' : `${toPosix(down)}/`;
    return (path) => prefix + path;
  }
  const below = `${toPosix(relative(base, folder))}/`;
  return (path) => (path.startsWith(below) && path !== below ? path.slice(below.length) : undefined);
}
