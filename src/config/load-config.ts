import { basename, dirname, resolve } from 'node:path';
import { realpathSync } from 'node:fs';
import configSchema from '../../session-memory.schema.json' with { type: 'json' };
import { AliasError, toFieldAliases, type FieldAliases } from '../identify/fields/field-aliases.js';
import type { LibraryModel } from '../models/library-model.js';
import { reasonOf, UsageError } from '../scan/problem.js';
import type { Config } from './config.js';
import { findConfig } from './find-config.js';
import { findProblem, type JsonPath } from './find-problem.js';
import { JsonDocument } from './json-document.js';
import type { JsonSchema } from './json-schema.js';
import { loadModels } from './load-models.js';
import { problemOfPattern } from './path-patterns.js';

/** A configuration that is right, with what it names. */
export interface LoadedConfig {
  readonly config: Config;
  /** Of `package.json#sessionMemory`, that of the key. */
  readonly document: JsonDocument;
  /** Absolute, without symbolic links. Its patterns and paths are relative to it. */
  readonly folder: string;
  readonly models: readonly LibraryModel[];
  readonly fieldAliases: FieldAliases;
}

const schema = configSchema as unknown as JsonSchema;

/**
 * The configuration in a scanned root, if there is one.
 *
 * @param root absolute, without symbolic links
 * @throws UsageError naming the file, the line and what to write instead
 */
export function discoverConfig(root: string, models: readonly LibraryModel[]): LoadedConfig | undefined {
  const document = findConfig(root);
  return document === undefined ? undefined : load(document, root, models);
}

/** The configuration that a person has named. It may lie anywhere. @throws UsageError as {@link discoverConfig} */
export function readConfig(cwd: string, file: string, models: readonly LibraryModel[]): LoadedConfig {
  let real: string;
  try {
    real = realpathSync(resolve(cwd, file));
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}.`);
  }
  if (/\.[cm]?[jt]sx?$/i.test(real)) throw new UsageError(`${file}: a configuration is JSON. Code is not run.`);
  const whole = JsonDocument.read(real, file);
  return load(basename(real) === 'package.json' ? partOf(whole) : whole, dirname(real), models);
}

function partOf(manifest: JsonDocument): JsonDocument {
  if (typeof manifest.json !== 'object' || manifest.json === null || !Object.hasOwn(manifest.json, 'sessionMemory')) throw manifest.wrong([], 'has no "sessionMemory".');
  return manifest.at('sessionMemory');
}

function load(document: JsonDocument, folder: string, models: readonly LibraryModel[]): LoadedConfig {
  const problem = findProblem(document.json, schema);
  if (problem !== undefined) throw document.wrong(problem.path, problem.message);
  const config = document.json as Config;
  checkPatterns(config.ignore ?? [], ['ignore'], document);
  for (const [index, { files }] of (config.overrides ?? []).entries()) checkPatterns(files, ['overrides', index, 'files'], document);
  return {
    config,
    document,
    folder,
    models: loadModels(config.models ?? [], document, folder, schema, models),
    fieldAliases: aliasesOf(config, document),
  };
}

function checkPatterns(patterns: readonly string[], path: JsonPath, document: JsonDocument): void {
  for (const [index, pattern] of patterns.entries()) {
    const problem = problemOfPattern(pattern);
    if (problem !== undefined) throw document.wrong([...path, index], `${problem}.`);
  }
}

function aliasesOf({ fieldAliases = {} }: Config, document: JsonDocument): FieldAliases {
  try {
    return toFieldAliases(fieldAliases);
  } catch (error) {
    if (error instanceof AliasError) throw document.wrong(['fieldAliases', ...error.path], error.message);
    throw error;
  }
}
