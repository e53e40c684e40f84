/**
 * `npx tsx bench/eslint-run.ts <folder>`: an ESLint run over a folder with and without the built plugin's strict config,
 * whole processes, alternating. Prints the medians and what the plugin adds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PAIRS = 5;
const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'src'));
const configs = mkdtempSync(path.join(tmpdir(), 'session-memory-bench-'));

try {
  const without = writeConfig('without', false);
  const withPlugin = writeConfig('with', true);
  const times = Array.from({ length: PAIRS }, () => [wall(without), wall(withPlugin)] as const);
  const base = median(times.map(([first]) => first));
  const added = median(times.map(([first, second]) => second - first));
  console.log(`ESLint alone ${base.toFixed(0)} ms; the plugin adds ${added.toFixed(0)} ms (${((100 * added) / base).toFixed(1)} %), ${PAIRS} pairs`);
} finally {
  rmSync(configs, { recursive: true });
}

function writeConfig(name: string, hasPlugin: boolean): string {
  const file = path.join(configs, `${name}.mjs`);
  const url = (target: string): string => JSON.stringify(pathToFileURL(path.join(root, target)).href);
  writeFileSync(
    file,
    `import tseslint from ${url('node_modules/typescript-eslint/dist/index.js')};
${hasPlugin ? `import plugin from ${url('dist/index.js')};` : ''}
export default [
  { ignores: ['**/node_modules/**'] },
  { ...tseslint.configs.base, files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], rules: { 'no-debugger': 'error' } },
  ${hasPlugin ? 'plugin.configs.strict,' : ''}
];
`,
  );
  return file;
}

function wall(config: string): number {
  const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [eslint, '--no-warn-ignored', '--config', config, '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (status === 2) throw new Error(stderr);
  return performance.now() - start;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
