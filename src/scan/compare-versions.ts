import { createRequire } from 'node:module';
import type { Fit } from '../identify/row-versions.js';

type Semver = Pick<typeof import('semver'), 'intersects' | 'subset' | 'validRange'>;

/** Few scans meet a row that names versions: semver is loaded by the first that does. */
let semver: Semver | undefined;

/**
 * Compares the range of a manifest with the one that a model's row names: `('^4.1.0', '>=4')` is `yes`,
 * `('^3.0.0', '>=4')` is `no`, `('>=3', '>=4')` is `maybe`. What is no range of versions (`workspace:*`, `latest`, a
 * git address) may be any version.
 */
export function compareVersions(declared: string, wanted: string): Fit {
  semver ??= createRequire(import.meta.url)('semver') as Semver;
  // `"redis": "npm:redis@3"`
  const range = semver.validRange(declared.replace(/^npm:@?[^@]+@/, ''));
  if (range === null) return 'maybe';
  if (semver.subset(range, wanted)) return 'yes';
  return semver.intersects(range, wanted) ? 'maybe' : 'no';
}
