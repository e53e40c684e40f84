import { existsSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/**
 * A file of the built package.
 *
 * @throws {Error} when there is none: these tests are about what users get, so a build comes first.
 */
export function built(file: string): string {
  const absolute = path.join(projectRoot, 'dist', file);
  if (!existsSync(absolute)) throw new Error(`dist/${file} is missing: npm run build comes first.`);
  return absolute;
}
