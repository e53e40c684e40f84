/**
 * `npm run scan -- <folder> [options]`: builds what is missing and scans the folder. Without a folder, the example
 * that is shipped with the package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { root } from './root.js';

const example = path.join(root, 'fixtures/projects/support-request');

/** npm runs scripts in the package's folder; paths are meant from where the user stands. */
const from = process.env['INIT_CWD'] ?? process.cwd();

const given = process.argv.slice(2);
const hasFolder = given.some(
  (arg, index) => !arg.startsWith('-') && (index === 0 || existsSync(path.resolve(from, arg))),
);
const args = hasFolder ? given : [example, ...given];

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
