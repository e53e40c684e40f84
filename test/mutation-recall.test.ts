import { afterAll, describe, expect, it } from 'vitest';

import { rules } from '../rules/index.js';
import { loadFixtures, type Fixture, type FixtureFile } from './harness/fixture.js';
import { mutate, type Mutant } from './harness/mutation/mutate.js';
import { scanProject } from './harness/scanner-hosts.js';

const fixtures = loadFixtures();
const summary: string[] = [];

/** Does the rule report more in the broken file than in the one that is right? */
async function isFound(fixture: Fixture, file: FixtureFile, mutant: Mutant): Promise<boolean> {
  const others = [...fixture.files.filter((other) => other !== file), ...fixture.configs];
  const count = async (text: string): Promise<number> =>
    ((await scanProject([...others, { path: file.path, text }], 'strict')).get(file.path) ?? []).filter(
      ({ rule }) => rule === mutant.rule,
    ).length;
  return (await count(mutant.text)) > (await count(file.text));
}

describe('code that was right and is broken on purpose must report', () => {
  it.each(rules.map((rule) => rule.name))('%s', async (name) => {
    const missed: string[] = [];
    const byOperator = new Map<string, { found: number; all: number }>();
    for (const fixture of fixtures) {
      for (const file of fixture.files) {
        for (const mutant of mutate(file).filter(({ rule }) => rule === name)) {
          const score = byOperator.get(mutant.operator) ?? { found: 0, all: 0 };
          byOperator.set(mutant.operator, score);
          score.all += 1;
          if (await isFound(fixture, file, mutant)) score.found += 1;
          else missed.push(`${mutant.operator}: ${fixture.name} ${file.path}:${mutant.line}`);
        }
      }
    }
    const found = [...byOperator.values()].reduce((sum, score) => sum + score.found, 0);
    const all = [...byOperator.values()].reduce((sum, score) => sum + score.all, 0);
    const operators = [...byOperator].map(([operator, score]) => `${operator} ${score.found}/${score.all}`);
    summary.push(`${name}: ${found}/${all} (${operators.join(', ')})`, ...missed.map((line) => `  missed ${line}`));
    expect(all, 'mutants').toBeGreaterThanOrEqual(20);
    expect(found / all, `missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(0.9);
  });
});

afterAll(() => {
  console.log(`Mutation recall\n${summary.join('\n')}`);
});
