import type { FileSummary } from '../facts/index.js';
import { Linker } from './linker.js';
import type { ModuleResolver } from './modules.js';

export type Linked = Linker;

/**
 * Composes summaries across functions and files. The ESLint host passes one summary and a resolver that finds nothing.
 */
export function link(summaries: readonly FileSummary[], resolve: ModuleResolver): Linked {
  return new Linker(summaries, resolve);
}
