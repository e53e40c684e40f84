import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { ruleNames } from '../../scripts/generate/rules.js';
import { rules } from '../../rules/index.js';
import { projectRoot } from '../harness/built.js';
import { loadFixtures } from '../harness/fixture.js';

const expectations = loadFixtures().flatMap(({ files }) => files.flatMap((file) => file.expectations));

describe('every rule', () => {
  it('is exported', () => {
    expect(rules.map((rule) => rule.name)).toEqual(ruleNames());
  });

  it.each(rules.map((rule) => rule.name))('has a page, a test and fixtures of both kinds: %s', (name) => {
    expect(existsSync(path.join(projectRoot, `rules/${name}.md`)), 'page').toBe(true);
    expect(existsSync(path.join(projectRoot, `test/rules/${name}.test.ts`)), 'test').toBe(true);
    const kinds = new Set(expectations.filter(({ rule }) => rule === name).map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['expect', 'ok']));
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('says what, why and what to do: %s', (_, rule) => {
    for (const message of Object.values(rule.messages)) {
      expect(message.match(/[.!?](?=\s|$)/g)?.length, message).toBeGreaterThanOrEqual(2);
    }
    expect(Object.keys(rule.messages).filter((id) => id in rule.suggestions)).toEqual([]);
    expect(rule.docs.standards).not.toEqual([]);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('uses every message and suggestion it has: %s', (name, rule) => {
    const source = readFileSync(path.join(projectRoot, `rules/${name}.ts`), 'utf8');
    for (const id of [...Object.keys(rule.messages), ...Object.keys(rule.suggestions)]) {
      expect(source.split(`'${id}'`).length - 1, `${id} is never reported`).toBeGreaterThanOrEqual(1);
    }
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('has a default for every option: %s', (_, rule) => {
    const options = Object.keys(rule.schema.properties);
    expect(Object.keys(rule.defaultOptions)).toEqual(options);
    for (const name of Object.keys(rule.strictOptions ?? {})) expect(options).toContain(name);
  });
});

it('fixtures name rules that there are', () => {
  const names = new Set(rules.map((rule) => rule.name));
  expect([...new Set(expectations.map(({ rule }) => rule))].filter((name) => !names.has(name))).toEqual([]);
});
