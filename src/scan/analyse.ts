import type { Facts, FileSummary } from '../facts/index.js';
import type { FieldAliases } from '../identify/fields/field-aliases.js';
import { identify } from '../identify/identify.js';
import { link } from '../link/link.js';
import type { LibraryModel } from '../models/library-model.js';
import { awakeModels, modelsOfPages, sessionsOf } from './awake-models.js';
import { closeOver } from './relevance/closure.js';
import { compareVersions } from './compare-versions.js';
import { Deadline } from './deadline.js';
import { discover, type Discovered, type IsLeftOut, type SourceFile } from './discover.js';
import { Importers } from './relevance/importers.js';
import { filterFiles, seedsOf, type Filtered } from './filter-files.js';
import type { Inputs } from './inputs.js';
import { Manifests } from './manifests.js';
import type { LeftOut } from './problem.js';
import { createResolver, type Resolve } from './resolver.js';
import { SourceTexts } from './source-texts.js';
import { SummaryLoader } from './summary-loader.js';
import { isTestFile } from './test-file.js';
import { TypeScriptConfigs } from './type-script-config.js';
import { TypeScriptResolution } from './type-script-resolution.js';
import { vocabularyOf } from './relevance/vocabulary.js';

export interface AnalysisOptions {
  readonly models: readonly LibraryModel[];
  readonly includeTests: boolean;
  /** Bytes. */
  readonly maxFileSize: number;
  /** Milliseconds for the whole run; `Infinity` for no limit. */
  readonly timeout: number;
  /** Told what is going on, in a few words. */
  readonly onProgress?: (text: string) => void;
  /** What a person leaves out, and takes in again, whatever `.gitignore` says. */
  readonly isLeftOut?: IsLeftOut;
  /** A person's own names of fields. */
  readonly fieldAliases?: FieldAliases;
}

/** Everything that is known after reading a folder, before any rule has run. */
export interface Analysis {
  readonly facts: Facts;
  readonly summaries: ReadonlyMap<string, FileSummary>;
  readonly texts: SourceTexts;
  readonly skipped: readonly LeftOut[];
  readonly failed: readonly LeftOut[];
  readonly syntaxErrors: readonly LeftOut[];
  /** Remarks about configuration that could not be used. */
  readonly notes: readonly LeftOut[];
  /** Files that the walk found. */
  readonly found: number;
  /** Of these, how many were read. */
  readonly read: number;
  /** Test files left out. */
  readonly tests: number;
}

/** From folders to facts: discover, filter, parse, follow imports, link, identify. */
export async function analyse(inputs: Inputs, options: AnalysisOptions): Promise<Analysis> {
  const deadline = new Deadline(options.timeout);
  options.onProgress?.('looking for files');
  const discovered = discover(inputs, options.isLeftOut);
  const project = openProject(inputs, discovered);
  const texts = new SourceTexts(options.maxFileSize);
  const isTest = (file: string): boolean => !options.includeTests && isTestFile(file);
  const sources = discovered.files.filter((file) => !isTest(file.path));

  options.onProgress?.(`reading ${sources.length} files`);
  const filtered = filterFiles(sources, texts, options.models, deadline);
  const loader = new SummaryLoader(texts, deadline);
  try {
    const awake = modelsInUse(sources, filtered, project, options.models);
    const summaries = await summariseAll(sources, filtered, project, loader, awake);
    options.onProgress?.(`linking ${summaries.size} files`);
    const facts = identify(link([...summaries.values()], project.resolve), {
      scope: 'project',
      models: [...new Set([...awake, ...sessionsOf(options.models, awake), ...modelsOfPages(options.models, importsOfPages(summaries))])],
      ...(options.fieldAliases === undefined ? {} : { fieldAliases: options.fieldAliases }),
      isTest,
      dependenciesOf: (file) => project.manifests.of(file)?.dependencies,
      compareVersions,
    });
    return {
      facts,
      summaries,
      texts,
      ...account(discovered, filtered, loader),
      notes: [...project.manifests.notes, ...project.configs.notes],
      found: discovered.files.length,
      read: sources.length - filtered.skipped.length - filtered.failed.length - filtered.notBegun,
      tests: discovered.files.length - sources.length,
    };
  } finally {
    await loader.close();
  }
}

/** Names as whole words, or the re-export that needs no name. */
function namesPattern(names: readonly string[]): RegExp {
  const words = names.filter((name) => /^[\w$]+$/.test(name)).map((name) => name.replaceAll('$', String.raw`\$`));
  return new RegExp(String.raw`\bexport\s*\*${words.length > 0 ? String.raw`|\b(?:${words.join('|')})\b` : ''}`);
}

interface Project {
  readonly manifests: Manifests;
  readonly configs: TypeScriptConfigs;
  readonly resolve: Resolve;
}

function openProject(inputs: Inputs, discovered: Discovered): Project {
  const files = new Set(discovered.files.map((file) => file.path));
  const manifests = new Manifests(inputs, discovered.manifests);
  const configs = new TypeScriptConfigs(inputs, discovered.typeScriptConfigs);
  const typeScript = new TypeScriptResolution(inputs, files);
  const byTypeScript = typeScript.resolve.bind(typeScript);
  return { manifests, configs, resolve: createResolver({ inputs, files, manifests, configs, byTypeScript }) };
}

/** Those of which a file imports a package, or a manifest names one. */
function modelsInUse(sources: readonly SourceFile[], { specifiers }: Filtered, { manifests }: Project, models: readonly LibraryModel[]): readonly LibraryModel[] {
  const nearest = [...manifests.all, ...sources.slice(0, 1).flatMap((file) => manifests.of(file.path) ?? [])];
  const dependencies = nearest.length === 0 ? undefined : nearest.flatMap((manifest) => [...manifest.dependencies.keys()]);
  return awakeModels(models, new Set([...specifiers.values()].flat()), dependencies);
}

function importsOfPages(summaries: ReadonlyMap<string, FileSummary>): ReadonlySet<string> {
  const pages = [...summaries.values()].filter(({ dialect }) => dialect === 'nunjucks');
  return new Set(pages.flatMap(({ values }) => values.flatMap((value) => (value.k === 'import' ? [value.from] : []))));
}

async function summariseAll(
  sources: readonly SourceFile[],
  filtered: Filtered,
  project: Project,
  loader: SummaryLoader,
  awake: readonly LibraryModel[],
): Promise<ReadonlyMap<string, FileSummary>> {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  // What could not be read a moment ago has been accounted for.
  for (const { path } of [...filtered.skipped, ...filtered.failed]) byPath.delete(path);
  const { manifests, resolve } = project;
  const templates = templatesOf(filtered, project);
  const summaries = new Map(
    await closeOver(seedsOf(awake, filtered, templates.length > 0, byPath, loader), {
      vocabulary: vocabularyOf(awake, templates.length > 0),
      resolve,
      importers: new Importers(filtered.specifiers, resolve),
      load: async (path) => {
        const file = byPath.get(path);
        return file === undefined ? undefined : loader.load(file);
      },
      mentions: (path, names) => {
        const file = byPath.get(path);
        return file !== undefined && loader.mentions(file, namesPattern(names));
      },
      aliases: (path) => {
        const name = manifests.of(path)?.name;
        return name === undefined ? [] : [name];
      },
      mayHoldContainer: (path) => filtered.containers.has(path),
    }),
  );
  for (const template of templates) {
    const summary = await loader.load(template);
    if (summary !== undefined) summaries.set(template.path, summary);
  }
  return new Map([...summaries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `.html` is nunjucks where a package.json or a source says that the project uses it. */
function templatesOf(filtered: Filtered, { manifests }: Project): readonly SourceFile[] {
  const usesNunjucks =
    [...manifests.all].some((manifest) => manifest.dependencies.has('nunjucks')) ||
    [...filtered.specifiers.values()].some((list) => list.includes('nunjucks'));
  return filtered.templates.filter(
    (file) => file.named || (file.path.toLowerCase().endsWith('.html') ? usesNunjucks : filtered.renders || usesNunjucks),
  );
}

function account(discovered: Discovered, filtered: Filtered, loader: SummaryLoader): Pick<Analysis, 'skipped' | 'failed' | 'syntaxErrors'> {
  const notBegun = filtered.notBegun + loader.notBegun;
  const timedOut = notBegun === 0 ? [] : [{ path: '.', reason: `time is over: ${notBegun} files were not looked at` }];
  return {
    skipped: sorted([...discovered.skipped, ...filtered.skipped, ...loader.skipped]),
    failed: sorted([...discovered.failed, ...filtered.failed, ...loader.failed, ...timedOut]),
    syntaxErrors: sorted(loader.syntaxErrors),
  };
}

function sorted(list: readonly LeftOut[]): readonly LeftOut[] {
  return [...list].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
