/**
 * `npm run generate` writes what follows from the rules and models; `npm run generate:check` fails when it differs
 * from what is checked in.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { modelNames, toModelsIndex } from './generate/models-index.js';
import { withGeneratedParts } from './generate/rule-page.js';
import { withRuleTable } from './generate/rule-table.js';
import { toRulesIndex } from './generate/rules-index.js';
import { loadRule, ruleNames } from './generate/rules.js';
import { root } from './root.js';

const names = ruleNames();
const rules = await Promise.all(names.map(loadRule));

/** Path below the root to text as it should be. */
const files = new Map([
  ['rules/index.ts', toRulesIndex(names)],
  ['src/models/index.ts', toModelsIndex(modelNames())],
]);
if (existsSync(path.join(root, 'README.md'))) files.set('README.md', withRuleTable(read('README.md'), rules));
for (const rule of rules) {
  const page = `rules/${rule.name}.md`;
  if (existsSync(path.join(root, page))) files.set(page, withGeneratedParts(read(page), rule));
}

const stale = [...files].filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not up to date: run npm run generate.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) {
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
}

function read(file: string): string {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : '';
}
