/**
 * `npx tsx bench/plugin-load.ts`: what loading the built plugin adds to a process, in milliseconds. Each measurement is
 * a process of its own; with and without alternate, and the median of the differences is printed.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PAIRS = 21;
const plugin = pathToFileURL(path.resolve(import.meta.dirname, '../dist/index.js')).href;

const differences = Array.from({ length: PAIRS }, () => cpu(`await import('${plugin}');`) - cpu(''));
differences.sort((a, b) => a - b);
console.log(`loading the plugin: ${differences[(PAIRS - 1) / 2]!.toFixed(1)} ms of CPU (median of ${PAIRS} pairs)`);

/** CPU time of a whole process, which other processes on the machine disturb less than its wall time. */
function cpu(code: string): number {
  const measure = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);';
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', `${code}\n${measure}`], { encoding: 'utf8' }));
}
