import type { Clear, Write } from '../facts/index.js';

/** Does the clear take away what was written at `path`: the same path, one above it, or one that is not known? */
export function coversPath({ memory, path }: Pick<Clear, 'memory' | 'path'>, write: Pick<Write, 'memory' | 'path'>): boolean {
  return memory === write.memory && path.every((key, index) => key === write.path[index] || key.includes('*') || write.path[index]?.includes('*') === true);
}
