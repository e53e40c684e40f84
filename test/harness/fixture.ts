import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { readExpectations, type Expectation } from './expectation.js';

/** A single file, or a folder with a package.json, below `fixtures/`. */
export interface Fixture {
  /** POSIX path below `fixtures/`. */
  readonly name: string;
  readonly isProject: boolean;
  /** What hosts take as their working directory: paths in facts are relative to it. */
  readonly root: string;
  readonly files: readonly FixtureFile[];
}

export interface FixtureFile {
  /** POSIX path below the fixture's root. */
  readonly path: string;
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

export const fixturesRoot = path.resolve(import.meta.dirname, '../../fixtures');

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|njk|html)$/;

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
  return { name, isProject: false, root: fixturesRoot, files: [toFile(fixturesRoot, name)] };
}

function toProject(folder: string): Fixture {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => SOURCE.test(file) && !file.split(path.sep).includes('node_modules'))
    .map(toPosix)
    .sort();
  return {
    name: toPosix(path.relative(fixturesRoot, folder)),
    isProject: true,
    root: folder,
    files: files.map((file) => toFile(folder, file)),
  };
}

function toFile(root: string, file: string): FixtureFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  try {
    return { path: file, text, expectations: readExpectations(text) };
  } catch (error) {
    throw new Error(`${path.join(root, file)}: ${(error as Error).message}`, { cause: error });
  }
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/');
}
