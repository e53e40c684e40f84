/**
 * `npm run scan -- <folder> [options]`: builds what is missing and scans the folder. Without a folder, the example
 * that is shipped with the package.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { parseArguments } from '../src/cli/arguments.js';
import { commands } from '../src/cli/commands.js';
import { root } from './root.js';

const example = path.join(root, 'fixtures/projects/support-request');

/** npm runs scripts in the package's folder; paths are meant from where the user stands. */
const from = process.env['INIT_CWD'] ?? process.cwd();

const given = process.argv.slice(2);

/** What is wrong with the arguments the command says itself. */
function namesFolder(args: readonly string[]): boolean {
  const command = commands.find(({ name }) => name === 'scan');
  try {
    return command === undefined || parseArguments(command, args).positionals.length > 0;
  } catch {
    return true;
  }
}

const args = namesFolder(given) ? given : [example, ...given];

const built = spawnSync(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/build.ts'), '--quick'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(2);

const scanned = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'scan', ...args], {
  cwd: from,
  stdio: 'inherit',
});
process.exit(scanned.status ?? 2);
