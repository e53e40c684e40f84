import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { projectRoot } from '../harness/built.js';

const tracked = existsSync(path.join(projectRoot, '.git'))
  ? execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' }).split('\0').filter(Boolean)
  : [];

/** Folders of somebody's machine. Written in pieces, so that this file is not one of its own findings. */
const MACHINE_PATH = new RegExp(`(?<![\\w.])/(?:${['work', 'home', 'Users', 'tmp', 'root'].join('|')})/\\w`);
const REGISTRY = new RegExp(`${['registry', 'npmjs'].join('\\.')}|${['arti', 'factory'].join('')}|/-/[^/]+\\.tgz`);

describe.skipIf(tracked.length === 0)('tracked files', () => {
  it.each([
    ['machine paths', MACHINE_PATH],
    ['registry addresses', REGISTRY],
  ])('contain no %s', (_, pattern) => {
    const found = tracked.flatMap((file) => {
      const absolute = path.join(projectRoot, file);
      if (!existsSync(absolute)) return [];
      return readFileSync(absolute, 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });

  it('contain nothing that is built', () => {
    expect(tracked.filter((file) => /^(?:dist|node_modules|coverage)\//.test(file))).toEqual([]);
  });
});

describe('package.json', () => {
  it('pins every dependency exactly', () => {
    const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^(?:npm:[^@]+@)?\d+\.\d+\.\d+$/);
    }
  });
});

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };

  /** Where Node finds a package from a folder: beside it, or beside one of those around it. */
  function lockedFor(folder: string, name: string): LockedPackage | undefined {
    for (let around = folder; ; around = around.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
      const locked = packages[around === '' ? `node_modules/${name}` : `${around}/node_modules/${name}`];
      if (locked !== undefined || around === '') return locked;
    }
  }

  // `npm install` drops the binaries of other platforms from the lock when node_modules is there already, or when a
  // registry does not hold them. `npm ci` then fails on those platforms, or on every one.
  it('knows the binaries of every platform', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name, version]) => /^\d+\.\d+\.\d+$/.test(version) && lockedFor(folder, name)?.version !== version)
        .map(([name, version]) => `${folder}: ${name}@${version}`),
    );
    expect(missing).toEqual([]);
  });

  it('can check the contents of every package', () => {
    const unchecked = Object.entries(packages).filter(([folder, { integrity }]) => folder !== '' && integrity === undefined);
    expect(unchecked.map(([folder]) => folder)).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined).map(([folder]) => folder)).toEqual([]);
  });
});
