import { afterAll, describe, expect, it } from 'vitest';

import { eslintHosts } from './harness/eslint-hosts.js';
import { toLines } from './harness/finding.js';
import { loadFixtures } from './harness/fixture.js';
import { judge } from './harness/judge.js';
import { checkFileAlone, scanProject } from './harness/scanner-hosts.js';

const fixtures = loadFixtures();
const PRESETS = ['recommended', 'strict'] as const;

const views = fixtures.flatMap((fixture) => PRESETS.map((preset) => [fixture.name, preset, fixture] as const));

const files = fixtures.flatMap((fixture) =>
  fixture.files
    .filter((file) => eslintHosts.some((host) => host.canRead(file.path)))
    .map((file) => [fixture.isProject ? `${fixture.name}/${file.path}` : fixture.name, fixture, file] as const),
);

describe('the scanner, on the whole project', () => {
  it.each(views)('%s, %s', async (_, preset, fixture) => {
    const found = await scanProject([...fixture.files, ...fixture.configs], preset);
    const complaints = fixture.files.flatMap((file) =>
      judge(found.get(file.path) ?? [], file.expectations, { scope: 'project', preset }).map(
        (complaint) => `${file.path}: ${complaint}`,
      ),
    );
    expect(complaints).toEqual([]);
  });
});

describe('one file alone', () => {
  it.each(files)('%s: the scanner finds what is expected', (_, __, file) => {
    for (const preset of PRESETS) {
      expect(judge(checkFileAlone(file, preset), file.expectations, { scope: 'file', preset })).toEqual([]);
    }
  });

  it.each(files)('%s: every ESLint finds the same', (_, { root }, file) => {
    for (const preset of PRESETS) {
      const expected = checkFileAlone(file, preset);
      for (const host of eslintHosts.filter((eslint) => eslint.canRead(file.path))) {
        const found = host.lint(file, root, preset);
        expect(toLines(found), host.name).toEqual(toLines(expected));
        expect(found.map(({ message }) => message).sort(), host.name).toEqual(expected.map(({ message }) => message).sort());
      }
    }
  });
});

it('there are fixtures', () => {
  expect(fixtures.map(({ name }) => name)).toContain('projects/support-request');
});

afterAll(() => {
  const all = fixtures.flatMap((fixture) => fixture.files.flatMap((file) => file.expectations));
  const count = (kind: string): number => all.filter((expectation) => expectation.kind === kind).length;
  console.log(
    `Fixtures: ${count('expect')} must report, ${count('ok')} must stay silent, ` +
      `${count('todo-expect')} known misses, ${count('todo-ok')} known false alarms.`,
  );
});
