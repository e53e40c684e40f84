import type { SourceCode } from 'eslint';

import { extract } from '../extract/extract.js';
import { toParsedProgram } from '../extract/from-source-code.js';
import type { Dialect, Facts, FileSummary } from '../facts/index.js';
import { identify } from '../identify/identify.js';
import { link } from '../link/link.js';
import { models } from '../models/index.js';
import { dialectOf } from '../scan/dialect-of.js';
import { mayHoldContainer } from '../scan/may-hold-container.js';
import { ownEvidencePattern } from '../scan/prefilter.js';
import { isTestFile } from '../scan/test-file.js';
import type { Settings } from './settings.js';

/** The facts of one file, and the summary that edits are made from. */
export interface FileFacts {
  readonly facts: Facts;
  readonly summary: FileSummary;
}

/**
 * Keyed by the SourceCode object, which lives as long as one lint of one text: a second rule finds the first one's
 * work, and the next text of the same file does not. `null` remembers that there is nothing to find.
 */
const cache = new WeakMap<SourceCode, Map<Settings, FileFacts | null>>();

let pattern: RegExp | undefined;

/**
 * The facts that this file alone proves, made once however many rules ask.
 *
 * @returns `null` when the text imports no package of a model, names none of their globals and keeps nothing for sessions in
 * memory of the process, so that nothing in it can be proven alone; when the parser gave no scopes (JSON, CSS); and when the tree is nested too deeply to be walked. Then
 * there are no findings, and the lint run goes on.
 */
export function factsOf(sourceCode: SourceCode, file: string, settings: Settings): FileFacts | null {
  const bySettings = cache.get(sourceCode) ?? new Map<Settings, FileFacts | null>();
  cache.set(sourceCode, bySettings);
  const known = bySettings.get(settings);
  if (known !== undefined) return known;
  const made = makeFacts(sourceCode, file, settings);
  bySettings.set(settings, made);
  return made;
}

function makeFacts(sourceCode: SourceCode, file: string, settings: Settings): FileFacts | null {
  pattern ??= ownEvidencePattern(models);
  if (!pattern.test(sourceCode.text) && !mayHoldContainer(sourceCode.text)) return null;
  try {
    const parsed = toParsedProgram(sourceCode, file, scriptDialectOf(file));
    if (!parsed) return null;
    const summary = extract(parsed);
    const facts = identify(link([summary], () => undefined), {
      scope: 'file',
      models,
      isTest: (path) => !settings.includeTests && isTestFile(path),
      dependenciesOf: () => undefined,
      fieldAliases: settings.fieldAliases,
    });
    return { facts, summary };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What ESLint hands over is always script, whatever the extension says: processors cut it out of HTML and Markdown. */
function scriptDialectOf(file: string): Dialect {
  const dialect = dialectOf(file);
  return dialect === undefined || dialect === 'nunjucks' ? 'js' : dialect;
}
