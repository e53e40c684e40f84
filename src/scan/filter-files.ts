import type { LibraryModel } from '../models/library-model.js';
import type { Deadline } from './deadline.js';
import type { SourceFile } from './discover.js';
import { importSpecifiers } from './import-specifiers.js';
import { mayHoldContainer } from './may-hold-container.js';
import { prefilterPattern } from './prefilter.js';
import type { LeftOut } from './problem.js';
import type { SourceTexts } from './source-texts.js';
import type { SummaryLoader } from './summary-loader.js';

/** What reading every file once has told. */
export interface Filtered {
  readonly seeds: readonly string[];
  /** Files that may keep sessions in memory of the process. */
  readonly containers: ReadonlySet<string>;
  readonly specifiers: ReadonlyMap<string, readonly string[]>;
  readonly templates: readonly SourceFile[];
  /** Some source renders pages. */
  readonly renders: boolean;
  readonly skipped: readonly LeftOut[];
  readonly failed: readonly LeftOut[];
  readonly notBegun: number;
}

/** Reads every file once: does it mention session memory, and what does it import? */
export function filterFiles(files: readonly SourceFile[], texts: SourceTexts, models: readonly LibraryModel[], deadline: Deadline): Filtered {
  const pattern = prefilterPattern(models, true);
  const seeds: string[] = [];
  const containers = new Set<string>();
  const specifiers = new Map<string, readonly string[]>();
  const templates: SourceFile[] = [];
  const skipped: LeftOut[] = [];
  const failed: LeftOut[] = [];
  let renders = false;
  let notBegun = 0;
  for (const file of files) {
    if (deadline.isOver) {
      notBegun++;
      continue;
    }
    const read = texts.latin1(file);
    if ('skipped' in read) skipped.push({ path: file.path, reason: read.skipped });
    else if ('failed' in read) failed.push({ path: file.path, reason: read.failed });
    else if (file.dialect === 'nunjucks') {
      if (!file.path.toLowerCase().endsWith('.html') || /\{[%{]/.test(read.latin1)) templates.push(file);
    } else {
      specifiers.set(file.path, importSpecifiers(read.latin1));
      renders ||= /\.\s{0,9}render\s{0,4}\(|\bnunjucks\b/.test(read.latin1);
      if (!file.declarations && mayHoldContainer(read.latin1)) containers.add(file.path);
      if (file.declarations || file.named || containers.has(file.path) || pattern.test(read.latin1)) seeds.push(file.path);
    }
  }
  return { seeds, containers, specifiers, templates, renders, skipped, failed, notBegun };
}

/** Of the files that mention session memory of any library, those that mention one in use. */
export function seedsOf(awake: readonly LibraryModel[], { seeds, containers }: Filtered, hasTemplates: boolean, byPath: ReadonlyMap<string, SourceFile>, loader: SummaryLoader): readonly string[] {
  const pattern = prefilterPattern(awake, hasTemplates);
  return seeds.filter((path) => {
    const file = byPath.get(path);
    return file === undefined || file.declarations || file.named || containers.has(path) || loader.mentions(file, pattern);
  });
}
