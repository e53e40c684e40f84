import { spawnSync } from 'node:child_process';

import { root } from '../root.js';

/** Brings the generated files up to date. A process of its own, so that it loads the files that were just written. */
export function runGenerate(): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
