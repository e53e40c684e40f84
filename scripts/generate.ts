/**
 * `npm run generate` writes what follows from the rules and models; `npm run generate:check` fails when it differs
 * from what is checked in.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { toConfigSchemaText } from './generate/config-schema.js';
import { loadModel, modelNames, toModelsIndex } from './generate/models-index.js';
import { withReadmeParts } from './generate/readme.js';
import { withGeneratedParts } from './generate/rule-page.js';
import { toRulesIndex } from './generate/rules-index.js';
import { loadRule, ruleNames } from './generate/rules.js';
import { gates, presets } from '../src/config/config.js';
import { formats } from '../src/cli/formats.js';
import { root } from './root.js';

const check = process.argv.includes('--check');
const rules = await Promise.all(ruleNames().map(loadRule));
const models = await Promise.all(modelNames().map(loadModel));

const indexesAreRight = bring([
  ['rules/index.ts', toRulesIndex(ruleNames())],
  ['src/models/index.ts', toModelsIndex(modelNames())],
]);
bring([['session-memory.schema.json', toConfigSchemaText(rules, { presets, gates, formats })]]);
if (indexesAreRight) {
  // Scanning the example loads the indexes, so they come first.
  const { exampleInventory, exampleOutput, examplePicture } = await import('./generate/example-output.js');
  bring([
    ['README.md', withReadmeParts(read('README.md'), { rules, models, output: await exampleOutput(false), inventory: await exampleInventory() })],
    ['docs/scan.svg', await examplePicture()],
    ...rules
      .map((rule) => [`rules/${rule.name}.md`, rule] as const)
      .filter(([page]) => existsSync(path.join(root, page)))
      .map(([page, rule]) => [page, withGeneratedParts(read(page), rule)] as const),
  ]);
}

/**
 * Writes the files that are not as they should be, or, when checking, only tells which.
 *
 * @returns whether they are right now.
 */
function bring(files: readonly (readonly [file: string, text: string])[]): boolean {
  const stale = files.filter(([file, text]) => read(file) !== text);
  for (const [file, text] of stale) {
    if (check) {
      console.error(`${file} is not up to date: run npm run generate.`);
      process.exitCode = 1;
    } else {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
      console.log(`wrote ${file}`);
    }
  }
  return stale.length === 0 || !check;
}

function read(file: string): string {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : '';
}
