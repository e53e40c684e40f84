/**
 * `npm test`: build, checks of the house, then all tests. The last line says `N passed, N failed`; a check that
 * fails counts as one failed test, and the tests are run all the same.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureRedisServer } from './ensure-redis-server.js';
import { root } from './root.js';

const missing = ensureRedisServer();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const report = path.join(tmpdir(), `session-memory-vitest-${process.pid}.json`);

/** Scripts of package.json, in order. The self-lint uses the built plugin, so the build comes first. */
const checks = ['build', 'lint', 'typecheck', 'generate:check', 'lint:package'];

let passed = 0;
let failed = 0;

for (const name of checks) count(run('npm', ['run', '--silent', name]), name);

const status = run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
const tests = readReport();
passed += tests.numPassedTests;
failed += tests.numFailedTests;
// A test file that does not load, or a run that dies, has no failed test in it.
if (status !== 0 && tests.numFailedTests === 0) failed += 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run(command: string, args: readonly string[]): number {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status ?? 1;
}

function count(exitCode: number, name: string): void {
  if (exitCode === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.error(`npm run ${name} failed.`);
  }
}

function readReport(): { numPassedTests: number; numFailedTests: number } {
  if (!existsSync(report)) return { numPassedTests: 0, numFailedTests: 0 };
  const read = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  rmSync(report);
  return read;
}
