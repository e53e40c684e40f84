import { AliasError, toFieldAliases } from '../identify/fields/field-aliases.js';
import type { LibraryModel } from '../models/library-model.js';
import type { Config } from './config.js';
import type { FoundConfig } from './find-config.js';
import { findProblem, type JsonPath } from './find-problem.js';
import type { JsonDocument } from './json-document.js';
import { loadModels } from './load-models.js';
import { problemOfPattern } from './problem-of-pattern.js';
import { schema } from './schema.js';

/** A configuration that is right, with the models that it names. */
export interface LoadedConfig extends FoundConfig {
  readonly config: Config;
  readonly models: readonly LibraryModel[];
}

/**
 * Checks a configuration and brings what it names.
 *
 * @param folder absolute, without symbolic links: what its patterns and paths are relative to
 * @param models the shipped ones, which its own may build on
 * @throws UsageError naming the file, the line and what to write instead
 */
export function loadConfig({ document, folder }: FoundConfig, models: readonly LibraryModel[]): LoadedConfig {
  document.refuseTwins();
  const problem = findProblem(document.json, schema);
  if (problem !== undefined) throw document.wrong(problem.path, problem.message);
  const config = document.json as Config;
  checkPatterns(config.ignore ?? [], ['ignore'], document);
  for (const [index, { files }] of (config.overrides ?? []).entries()) checkPatterns(files, ['overrides', index, 'files'], document);
  checkAliases(config, document);
  return {
    config,
    document,
    folder,
    models: loadModels(config.models ?? [], document, folder, schema, models),
  };
}

function checkPatterns(patterns: readonly string[], path: JsonPath, document: JsonDocument): void {
  for (const [index, pattern] of patterns.entries()) {
    const problem = problemOfPattern(pattern);
    if (problem !== undefined) throw document.wrong([...path, index], `${problem}.`);
  }
}

function checkAliases({ fieldAliases = {} }: Config, document: JsonDocument): void {
  try {
    toFieldAliases(fieldAliases);
  } catch (error) {
    if (error instanceof AliasError) throw document.wrong(['fieldAliases', ...error.path], error.message);
    throw error;
  }
}
