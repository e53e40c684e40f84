import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { eslintHosts } from '../harness/eslint-hosts.js';
import { loadFixtures, type FixtureFile } from '../harness/fixture.js';
import { runOxlint } from '../harness/oxlint-host.js';

const typescriptEslint = eslintHosts.find(({ name }) => name.endsWith('typescript-eslint'))!;

/** Scripts by working directory. Of single-file components oxlint shows plugins the blocks only, with their own ranges. */
const scripts = new Map<string, FixtureFile[]>();
for (const { root, files } of loadFixtures()) {
  const known = scripts.get(root) ?? [];
  scripts.set(root, [...known, ...files.filter((file) => typescriptEslint.canRead(file.path))]);
}

describe('oxlint', () => {
  it.each(['recommended', 'strict'] as const)('finds what ESLint finds in every fixture, under %s', (preset) => {
    const rules = plugin.configs[preset].rules ?? {};
    let count = 0;
    for (const [root, files] of scripts) {
      const found = runOxlint(files.map((file) => file.path), root, rules);
      const expected = files.flatMap((file) =>
        typescriptEslint.lint(file, root, preset).map(({ rule, line, message }) => ({ file: file.path, rule, line, message })),
      );
      expect(toLines(found)).toEqual(toLines(expected));
      count += found.length;
    }
    expect(count).toBeGreaterThan(0);
  });
});

function toLines(findings: readonly { file: string; line: number; rule: string; message: string }[]): string[] {
  return findings.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`).sort();
}
