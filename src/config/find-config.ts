import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isRecord } from '../scan/manifests.js';
import { reasonOf, UsageError } from '../scan/problem.js';
import { insideOf } from './inside-of.js';
import { JsonDocument } from './json-document.js';

/** The configuration's own file. */
export const configFile = 'session-memory.config.json';
/** The key of package.json that can stand for it. */
export const manifestKey = 'sessionMemory';

/** As large as any package.json that is read. */
const largestManifest = 4 * 1_048_576;

/** A configuration that has been read and not been looked at. */
export interface FoundConfig {
  /** Of `package.json#sessionMemory`, that of the key. */
  readonly document: JsonDocument;
  /** Absolute, without symbolic links. */
  readonly folder: string;
}

/**
 * The configuration of a scan: `session-memory.config.json` or `package.json#sessionMemory` in the scanned root itself.
 * Nothing above it is looked at. Who has both has one too many.
 *
 * @param root absolute, without symbolic links
 * @throws UsageError when it is there and cannot be used
 */
export function findConfig(root: string): FoundConfig | undefined {
  const own = isThere(join(root, configFile)) ? JsonDocument.read(insideOf(root, configFile), configFile) : undefined;
  const inManifest = ofManifest(root);
  if (own !== undefined && inManifest !== undefined) {
    throw new UsageError(`${inManifest.name}:${inManifest.lineOf([])}: ${manifestKey} is there beside ${configFile}. Keep one of the two.`);
  }
  const document = own ?? inManifest;
  return document === undefined ? undefined : { document, folder: root };
}

/**
 * The configuration that a person has named: a JSON file anywhere, or a package.json.
 *
 * @throws UsageError when it cannot be used
 */
export function namedConfig(cwd: string, file: string): FoundConfig {
  let real: string;
  try {
    real = realpathSync(resolve(cwd, file));
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}.`);
  }
  if (/\.[cm]?[jt]sx?$/i.test(real)) throw new UsageError(`${file}: a configuration is JSON. Code is not run.`);
  if (basename(real) !== 'package.json') return { document: JsonDocument.read(real, file), folder: dirname(real) };
  const manifest = JsonDocument.read(real, file, largestManifest);
  if (!isRecord(manifest.json) || !Object.hasOwn(manifest.json, manifestKey)) throw new UsageError(`${file}: has no "${manifestKey}".`);
  return { document: manifest.at(manifestKey), folder: dirname(real) };
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

function isThere(absolute: string): boolean {
  try {
    lstatSync(absolute);
    return true;
  } catch {
    return false;
  }
}
