import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf, UsageError } from '../scan/problem.js';
import type { Host } from './host.js';

/**
 * Writes what a command says to the screen, or to the file that `--output` names.
 *
 * @throws UsageError when the file cannot be written
 */
export function writeOutput(text: string, output: string | undefined, cwd: string, host: Host): void {
  if (output === undefined) {
    host.stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(cwd, output), text);
  } catch (error) {
    throw new UsageError(`--output ${output}: ${reasonOf(error)}.`);
  }
}
