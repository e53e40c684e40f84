import { lstatSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isRecord } from '../scan/manifests.js';
import { reasonOf, UsageError } from '../scan/problem.js';
import { JsonDocument } from './json-document.js';

/** The configuration's own file. */
export const configFile = 'session-memory.config.json';
/** The key of package.json that can stand for it. */
export const manifestKey = 'sessionMemory';

/** As large as any package.json that is read. */
const largestManifest = 4 * 1_048_576;

/**
 * The configuration of a scan: `session-memory.config.json` or `package.json#sessionMemory` in the scanned root itself.
 * Nothing above it is looked at. Who has both has one too many.
 *
 * @param root absolute
 * @throws UsageError when it is there and cannot be used
 */
export function findConfig(root: string): JsonDocument | undefined {
  const own = isThere(join(root, configFile)) ? JsonDocument.read(insideOf(root, configFile), configFile) : undefined;
  const inManifest = ofManifest(root);
  if (own !== undefined && inManifest !== undefined) {
    throw new UsageError(`${inManifest.name}:${inManifest.lineOf([])}: ${manifestKey} is there beside ${configFile}. Keep one of the two.`);
  }
  return own ?? inManifest;
}

/** A package.json that cannot be used otherwise is no error here: the scan makes a note of it. */
function ofManifest(root: string): JsonDocument | undefined {
  const absolute = join(root, 'package.json');
  if (!isThere(absolute) || lstatSync(absolute).isSymbolicLink()) return undefined;
  let text: string;
  try {
    text = JsonDocument.textOf(absolute, 'package.json', largestManifest);
  } catch {
    return undefined;
  }
  // Nearly all have no such key, and need no second look.
  if (!text.includes(`"${manifestKey}"`)) return undefined;
  const manifest = JsonDocument.parse(text, 'package.json');
  return isRecord(manifest.json) && Object.hasOwn(manifest.json, manifestKey) ? manifest.at(manifestKey) : undefined;
}

/**
 * Where a file below a folder really is.
 *
 * @param path relative to the folder, as written
 * @throws UsageError when it is not there, or when a symbolic link leads out of the folder
 */
export function insideOf(folder: string, path: string, name = path): string {
  let real: string;
  try {
    real = realpathSync(join(folder, path));
  } catch (error) {
    throw new UsageError(`${name}: ${reasonOf(error)}.`);
  }
  const below = relative(realpathSync(folder), real);
  if (below === '..' || below.startsWith(`..${sep}`) || join(folder, below) === below) {
    throw new UsageError(`${name}: a symbolic link that leads out of the folder. Nothing outside of it is read.`);
  }
  return real;
}

function isThere(absolute: string): boolean {
  try {
    lstatSync(absolute);
    return true;
  } catch {
    return false;
  }
}
