import { UsageError } from '../scan/problem.js';
import type { Host } from './host.js';

/** @throws UsageError when the working directory has been deleted under us */
export function workingDirectory(host: Host): string {
  try {
    return host.cwd();
  } catch {
    throw new UsageError('The current folder does not exist any more.');
  }
}
