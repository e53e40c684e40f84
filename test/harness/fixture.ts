import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { readExpectationList, readExpectations, type Expectation } from './expectation.js';

/** A single file, or a folder with a package.json, below `fixtures/`. */
export interface Fixture {
  /** POSIX path below `fixtures/`. */
  readonly name: string;
  readonly isProject: boolean;
  /** What hosts take as their working directory: paths in facts are relative to it. */
  readonly root: string;
  /** Source files and templates. */
  readonly files: readonly FixtureFile[];
  /** Manifests, tsconfigs and other JSON of a project: the scanner reads them. */
  readonly configs: readonly { readonly path: string; readonly text: string }[];
}

export interface FixtureFile {
  /** POSIX path below the fixture's root. */
  readonly path: string;
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

export const fixturesRoot = path.resolve(import.meta.dirname, '../../fixtures');

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro|njk|html)$/;

/** All fixtures, sorted by name. */
export function loadFixtures(): Fixture[] {
  const found: Fixture[] = [];
  const folders = [fixturesRoot];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of readdirSync(folder).sort()) {
      const entry = path.join(folder, name);
      if (!statSync(entry).isDirectory()) {
        if (SOURCE.test(name)) found.push(toSingleFile(entry));
      } else if (existsSync(path.join(entry, 'package.json'))) {
        found.push(toProject(entry));
      } else {
        folders.push(entry);
      }
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toSingleFile(file: string): Fixture {
  const name = toPosix(path.relative(fixturesRoot, file));
  return { name, isProject: false, root: fixturesRoot, files: [toFile(fixturesRoot, name)], configs: [] };
}

function toProject(folder: string): Fixture {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(toPosix)
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
  const listed = readListed(`${folder}.expected.txt`);
  for (const file of listed.keys()) if (!paths.includes(file)) throw new Error(`${folder}.expected.txt: there is no ${file}.`);
  return {
    name: toPosix(path.relative(fixturesRoot, folder)),
    isProject: true,
    root: folder,
    files: paths.filter((file) => SOURCE.test(file)).map((file) => toFile(folder, file, listed.get(file))),
    configs: paths
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), 'utf8') })),
  };
}

/** The shipped example carries no comments about what is wrong with it; they stand beside it. */
function readListed(file: string): ReadonlyMap<string, Expectation[]> {
  return existsSync(file) ? readExpectationList(readFileSync(file, 'utf8')) : new Map<string, Expectation[]>();
}

function toFile(root: string, file: string, listed: readonly Expectation[] = []): FixtureFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  try {
    return { path: file, text, expectations: [...readExpectations(text), ...listed] };
  } catch (error) {
    throw new Error(`${path.join(root, file)}: ${(error as Error).message}`, { cause: error });
  }
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/');
}
