import type { Facts, FileSummary } from '../facts/index.js';
import { models } from '../models/index.js';
import { visible } from '../report/escape.js';
import { analyse } from '../scan/analyse.js';
import { resolveInputs } from '../scan/inputs.js';
import { UsageError } from '../scan/problem.js';
import type { ExitCode, Host } from './host.js';

/** `--print-summary`: what extraction makes of the named files. One file prints an object, several an array. */
export async function printSummaries(files: readonly string[], cwd: string, host: Host): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('--print-summary needs the names of files.');
  const summaries: FileSummary[] = [];
  let left = 0;
  for (const file of files) {
    const inputs = resolveInputs(cwd, [file]);
    if (inputs.entries[0]?.kind !== 'file') throw new UsageError(`--print-summary needs files; ${JSON.stringify(file)} is a folder.`);
    const analysis = await analyse(inputs, { models, includeTests: true, maxFileSize: 64 * 1_048_576, timeout: Infinity });
    summaries.push(...analysis.summaries.values());
    for (const { path, reason } of [...analysis.skipped, ...analysis.failed, ...analysis.syntaxErrors]) {
      host.stderr.write(`${visible(path)}: ${visible(reason)}\n`);
      left++;
    }
  }
  host.stdout.write(`${JSON.stringify(files.length === 1 ? (summaries[0] ?? null) : summaries, null, 2)}\n`);
  return left === 0 ? 0 : 2;
}

/** `--print-facts`: what rules see. */
export function printFacts(facts: Facts, host: Host): ExitCode {
  const { scope, sessionConfigs, writes, reads, clears, flows, containers } = facts;
  host.stdout.write(`${JSON.stringify({ scope, sessionConfigs, writes, reads, clears, flows, containers }, null, 2)}\n`);
  return 0;
}
