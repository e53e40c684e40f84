import { lstatSync, readFileSync } from 'node:fs';

const largest = 4 * 1_048_576;

/**
 * The text of a configuration file (`package.json`, `.gitignore`, `tsconfig.json`), without byte order mark.
 *
 * @throws when it is not a regular file (a pipe would block for ever), is larger than 4 MiB or cannot be read
 */
export function readRegularFile(absolute: string): string {
  const stat = lstatSync(absolute);
  if (!stat.isFile()) throw new Error('not a regular file');
  if (stat.size > largest) throw new Error('larger than 4 MiB');
  const text = readFileSync(absolute, 'utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
