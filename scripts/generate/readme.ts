import type { LibraryModel } from '../../src/models/library-model.js';
import type { Rule } from '../../src/rule.js';
import { toLibraryTable } from './library-table.js';
import { toRuleTable } from './rule-table.js';
import { withBlock } from './with-block.js';

/** What README.md shows of the project as it is. */
export interface ReadmeParts {
  readonly rules: readonly Rule<object>[];
  readonly models: readonly LibraryModel[];
  /** What the scan of the example prints. */
  readonly output: string;
  /** What the inventory of the example prints. */
  readonly inventory: string;
}

/** README.md with its generated parts. */
export function withReadmeParts(readme: string, { rules, models, output, inventory }: ReadmeParts): string {
  const parts = [
    ['output', `\`\`\`text\n${output.trimEnd()}\n\`\`\``],
    ['inventory', `\`\`\`text\n${inventory.trimEnd()}\n\`\`\``],
    ['rules', toRuleTable(rules)],
    ['libraries', toLibraryTable(models)],
  ] as const;
  return parts.reduce((text, [name, content]) => withBlock(text, name, content), readme);
}
