import { relative } from 'node:path';
import { toPosix, type Inputs } from '../scan/inputs.js';

/** Where reported paths begin, below the root of the repository: `''` or `apps/web/`. */
export function folderOf({ base, repository }: Inputs): string {
  const folder = repository === undefined ? '' : toPosix(relative(repository, base));
  return folder === '' ? '' : `${folder}/`;
}
