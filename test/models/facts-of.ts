import type { Facts } from '../../src/facts/index.js';
import { identify } from '../../src/identify/identify.js';
import { link } from '../../src/link/link.js';
import { models } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { compareVersions } from '../../src/scan/compare-versions.js';
import { summarise } from '../../src/scan/summarise.js';

/**
 * What the engine says of a piece of code, with all models or with changed ones, and with the dependencies that a
 * package.json declares.
 *
 * @throws {Error} when the code cannot be read.
 */
export function factsOf(text: string, using: readonly LibraryModel[] = models, dependencies?: Readonly<Record<string, string>>): Facts {
  const summarised = summarise('app.ts', text, 'ts');
  if (!('summary' in summarised)) throw new Error(`cannot read\n${text}`);
  return identify(link([summarised.summary], () => undefined), {
    scope: 'file',
    models: using,
    isTest: () => false,
    dependenciesOf: () => (dependencies === undefined ? undefined : new Map(Object.entries(dependencies))),
    ...(dependencies === undefined ? {} : { compareVersions }),
  });
}
