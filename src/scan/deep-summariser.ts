import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DeepFile } from './deep-worker.js';
import type { Summarised } from './summarise.js';

/** Megabytes. Address space, not memory: only what is used is ever touched. */
const stackSizeMb = 1_024;

export type DeepSummary =
  | Summarised
  | { readonly tooDeep: true }
  | { readonly tookTooLong: true }
  /** A defect of ours, met in this file. */
  | { readonly crashed: unknown };

/**
 * Parses and extracts in a thread with a stack of 1 GiB what nests too deeply for the main thread. The thread starts
 * with the first such file (40–80 ms) and lives until {@link close}.
 */
export class DeepSummariser {
  private worker: Worker | undefined;

  /** One file at a time. @param limit milliseconds */
  async summarise(file: DeepFile, limit: number): Promise<DeepSummary> {
    const worker = (this.worker ??= startWorker());
    const answer = await this.ask(worker, file, limit);
    if (answer === undefined) {
      this.worker = undefined;
      await worker.terminate();
      return { tookTooLong: true };
    }
    return answer;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private ask(worker: Worker, file: DeepFile, limit: number): Promise<DeepSummary | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: DeepSummary | undefined): void => {
        clearTimeout(timer);
        worker.removeAllListeners();
        resolve(answer);
      };
      const died = (): void => {
        this.worker = undefined;
        settle({ tooDeep: true });
      };
      const timer = setTimeout(() => settle(undefined), limit);
      worker.on('message', settle);
      worker.on('error', died);
      worker.on('exit', died);
      worker.postMessage(file);
    });
  }
}

function startWorker(): Worker {
  const url = workerUrl();
  // Run from its sources (tests), the thread needs the same loader as this one.
  const execArgv = url.pathname.endsWith('.ts')
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
  return new Worker(url, { resourceLimits: { stackSizeMb, maxOldGenerationSizeMb: 2_048 }, execArgv });
}

/** Beside this module, or below it where this module became part of a bundle. */
function workerUrl(): URL {
  const candidates = ['./deep-worker.js', './scan/deep-worker.js', '../scan/deep-worker.js', './deep-worker.ts'];
  const urls = candidates.map((path) => new URL(path, import.meta.url));
  return urls.find((url) => existsSync(fileURLToPath(url))) ?? (urls[0] as URL);
}
