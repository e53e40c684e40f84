import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toPosix } from '../scan/inputs.js';
import { liesInside } from '../scan/lies-inside.js';
import { configFile } from './find-config.js';

const otherNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'jsonc', 'json5', 'yaml', 'yml', 'toml'].map((extension) => configFile.replace(/json$/, extension));

/**
 * Notes about files that look like a configuration and are not used, for a scan without one: code, which is never run,
 * and the configuration of the current folder, when only something in it is scanned. Nothing of them is read.
 *
 * @param root the scanned root, absolute
 */
export function unusedConfigs(root: string, cwd: string): readonly string[] {
  const others = otherNames.filter((name) => existsSync(join(root, name))).map((name) => `${name}: not used. A configuration is JSON: ${configFile}`);
  const isBelow = root !== cwd && liesInside(cwd, root);
  if (!isBelow || !existsSync(join(cwd, configFile))) return others;
  const up = toPosix(relative(root, join(cwd, configFile)));
  return [...others, `${up}: not used, because it lies outside of what is scanned. To use it: --config ${configFile}`];
}
