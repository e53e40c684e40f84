import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../root.js';

/**
 * Writes files that are not there yet.
 *
 * @param files path below the root → text.
 * @throws {Error} when one of them is there; then none is written.
 */
export function writeNewFiles(files: ReadonlyMap<string, string>): void {
  const taken = [...files.keys()].filter((file) => existsSync(path.join(root, file)));
  if (taken.length > 0) throw new Error(`There already: ${taken.join(', ')}. Nothing was written.`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
}
