import { parentPort } from 'node:worker_threads';
import type { Dialect } from '../facts/index.js';
import type { DeepSummary } from './deep-summariser.js';
import { summarise } from './summarise.js';

/** One file for the thread with the large stack. */
export interface DeepFile {
  readonly file: string;
  readonly text: string;
  readonly dialect: Dialect;
}

parentPort?.on('message', ({ file, text, dialect }: DeepFile) => {
  parentPort?.postMessage(attempt(file, text, dialect));
});

function attempt(file: string, text: string, dialect: Dialect): DeepSummary {
  try {
    return summarise(file, text, dialect);
  } catch (error) {
    if (error instanceof RangeError) return { tooDeep: true };
    return { crashed: error instanceof Error ? error.message : String(error) };
  }
}
