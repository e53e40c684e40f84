import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { rules } from '../../rules/index.js';
import { projectRoot } from '../harness/built.js';
import { examplesOf, headingsOf } from '../harness/docs-examples.js';
import { scanProject } from '../harness/scanner-hosts.js';

const HEADINGS = ['Why', 'Incorrect', 'Correct', 'Options', 'When not to use it', 'Standards'];

const pages = rules.map((rule) => ({
  rule,
  page: readFileSync(path.join(projectRoot, `rules/${rule.name}.md`), 'utf8'),
}));

describe.each(pages.map(({ rule, page }) => [rule.name, rule, page] as const))('rules/%s.md', (name, rule, page) => {
  it('has the headings that every page has, in order', () => {
    expect(headingsOf(page)).toEqual(HEADINGS);
  });

  it('has examples of both kinds', () => {
    const sections = new Set(examplesOf(page).map(({ section }) => section));
    expect([...sections].sort()).toEqual(['Correct', 'Incorrect']);
  });

  it.each(examplesOf(page).map((example) => [example.section, example.line, example] as const))(
    'is true: %s, line %i',
    async (section, _, { files }) => {
      const dependencies = Object.fromEntries(['express', 'express-session', 'nunjucks'].map((library) => [library, '*']));
      const manifest = { path: 'package.json', text: JSON.stringify({ dependencies }) };
      const found = [...(await scanProject([...files, manifest], 'strict')).values()]
        .flat()
        .filter((finding) => finding.rule === name);
      if (section === 'Incorrect') expect(found).not.toEqual([]);
      else expect(found).toEqual([]);
    },
  );

  it('names every option and every standard', () => {
    const options = page.slice(page.indexOf('\n## Options'));
    for (const option of Object.keys(rule.schema.properties)) expect(options).toContain(`\`${option}\``);
    const standards = page.slice(page.indexOf('\n## Standards')).replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').split('\n');
    // `OWASP ASVS 5.0 7.3.1` may stand as "OWASP ASVS 5.0: 7.3.1 (idle) and 7.3.2 (absolute)", on one line, and "SC" in full.
    for (const standard of rule.docs.standards) {
      const words = standard.split(' ').filter((word) => word !== 'SC');
      expect(standards.some((line) => words.every((word) => line.includes(word))), standard).toBe(true);
    }
  });
});
