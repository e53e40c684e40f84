import { isAbsolute, relative, sep } from 'node:path';

/**
 * The POSIX path below the working directory, by which facts name the file that is linted. Test code is decided
 * on it, so a checkout that itself lies in a folder called `tests` is not all tests.
 * Files outside of the working directory keep their name only.
 */
export function toLintedFile(filename: string, cwd: string): string {
  const below = isAbsolute(filename) ? relative(cwd, filename) : filename;
  const outside = below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  const segments = below.split(sep);
  return outside ? segments[segments.length - 1]! : segments.join('/');
}
