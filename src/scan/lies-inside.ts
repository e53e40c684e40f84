import { isAbsolute, relative, sep } from 'node:path';

/** Does an absolute path lie in a folder, or is it the folder? A neighbour named `..x` is no way up, another drive is. */
export function liesInside(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
