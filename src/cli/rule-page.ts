import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rule } from '../rule.js';

/** A rule's page out of the package's `rules` folder, wherever this code runs: from its sources, or bundled in `dist`. */
export function rulePage(rule: Rule<object>): string {
  for (const root of ['..', '../..', '../../..']) {
    try {
      return readFileSync(fileURLToPath(new URL(`${root}/rules/${rule.name}.md`, import.meta.url)), 'utf8');
    } catch {
      // The next one up.
    }
  }
  return `# ${rule.name}\n\n${rule.docs.description}.\n`;
}
