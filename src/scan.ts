import { rules as allRules } from '../rules/index.js';
import { check } from './check/check.js';
import type { FileSettings, Preset, RuleSetting } from './check/rule-settings.js';
import { PathPatterns } from './config/path-patterns.js';
import { SettingsByFile, type Override } from './config/settings-by-file.js';
import { toLocalPath } from './config/to-local-path.js';
import { toFieldAliases } from './identify/fields/field-aliases.js';
import { models } from './models/index.js';
import type { LibraryModel } from './models/library-model.js';
import type { ScanReport } from './report/scan-report.js';
import { analyse, type Analysis, type AnalysisOptions } from './scan/analyse.js';
import { resolveInputs, type Inputs } from './scan/inputs.js';

export type { Preset, RuleSetting } from './check/rule-settings.js';
export type { Override } from './config/settings-by-file.js';
export type { LibraryModel } from './models/library-model.js';
export type { Finding, FindingSuggestion, RelatedSpan, Span } from './report/finding.js';
export type { LeftOut, ScanReport, ScanStats } from './report/scan-report.js';
export { UsageError } from './scan/problem.js';

/** The preset that scans use unless told otherwise. */
export const scanPreset: Preset = 'recommended';

/** What to scan, and how. Everything may be left out. */
export interface ScanOptions {
  /** Files and folders, relative to `cwd`. Default: `cwd` itself. */
  readonly paths?: readonly string[];
  /** Absolute. Default: the working directory of the process. */
  readonly cwd?: string;
  /** Default: {@link scanPreset}. */
  readonly preset?: Preset;
  /** What is to differ from the preset, by rule name. Names and options are not validated here: the CLI does. */
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** What is to differ for some files. Later ones win. */
  readonly overrides?: readonly Override[];
  /** Patterns in the grammar of `.gitignore` of what is not read. `!` takes in again what a `.gitignore` leaves out. */
  readonly ignore?: readonly string[];
  /** Absolute folder that the patterns of `overrides` and `ignore` are relative to. Default: the common folder of `paths`. */
  readonly patternsFrom?: string;
  /** Models of further libraries. They are not validated here: the CLI does. */
  readonly models?: readonly LibraryModel[];
  /** Own names of fields that people are asked for, by meaning: `{ email: ['correo'] }`. */
  readonly fieldAliases?: Readonly<Record<string, readonly string[]>>;
  /** Look at test files too. Default: `false`. */
  readonly includeTests?: boolean;
  /** Larger files are skipped; in bytes. Default: 1 MiB. */
  readonly maxFileSize?: number;
  /** Time for the whole scan in milliseconds. What was not looked at in time is in `failed`. Default: no limit. */
  readonly timeout?: number;
  /** Told what is going on, in a few words. */
  readonly onProgress?: (text: string) => void;
}

/** A report together with what it was made from. */
export interface DetailedScan {
  readonly report: ScanReport;
  readonly inputs: Inputs;
  readonly analysis: Analysis;
  /** The settings that hold in a file. */
  readonly settingsOf: (file: string) => FileSettings;
}

/**
 * Scans files and folders for session-memory problems. Reads only; runs no code of what it reads.
 *
 * One bad file never ends a scan: it is listed in the report under `skipped` or `failed`, with a reason.
 *
 * @throws UsageError when a path does not exist
 * @example
 * const { findings } = await scan({ paths: ['src'], preset: 'strict' });
 */
export async function scan(options: ScanOptions = {}): Promise<ScanReport> {
  return (await scanInDetail(options)).report;
}

/** {@link scan}, keeping facts, summaries and texts for those who explain the report. */
export async function scanInDetail(options: ScanOptions = {}): Promise<DetailedScan> {
  const start = performance.now();
  const inputs = resolveInputs(options.cwd ?? process.cwd(), options.paths ?? []);
  const toLocal = toLocalPath(inputs.base, options.patternsFrom ?? inputs.base);
  const analysis = await analyse(inputs, toAnalysisOptions(options, toLocal));
  const preset = options.preset ?? scanPreset;
  const settings = options.rules ?? new Map<string, RuleSetting>();
  const { of: settingsOf } = new SettingsByFile({ preset, rules: settings }, options.overrides ?? [], toLocal);
  const { findings, suppressed, crashes } = check({
    facts: analysis.facts,
    summaries: analysis.summaries,
    textOf: (file) => {
      const known = analysis.texts.known(file);
      return known?.fixable === true ? known.text : undefined;
    },
    rules: allRules,
    preset,
    settings,
    settingsOf,
  });
  const report: ScanReport = {
    findings,
    skipped: analysis.skipped,
    failed: [...analysis.failed, ...crashes.map((reason) => ({ path: '.', reason }))],
    notes: [...analysis.notes, ...analysis.syntaxErrors.map(({ path, reason }) => ({ path, reason: `syntax error: ${reason}` }))]
      .map(({ path, reason }) => `${path}: ${reason}`),
    stats: {
      filesSeen: analysis.found,
      filesRead: analysis.read,
      filesParsed: analysis.summaries.size,
      testFilesLeftOut: analysis.tests,
      syntaxErrors: analysis.syntaxErrors.length,
      suppressed,
      ms: Math.round(performance.now() - start),
    },
  };
  return { report, inputs, analysis, settingsOf };
}

function toAnalysisOptions(options: ScanOptions, toLocal: (path: string) => string | undefined): AnalysisOptions {
  const { includeTests = false, maxFileSize = 1_048_576, timeout = Infinity, onProgress } = options;
  const ignored = options.ignore === undefined ? undefined : new PathPatterns(options.ignore);
  return {
    models: [...models, ...(options.models ?? [])],
    includeTests,
    maxFileSize,
    timeout,
    ...(options.fieldAliases === undefined ? {} : { fieldAliases: toFieldAliases(options.fieldAliases) }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(ignored === undefined ? {} : { isLeftOut: (path) => isLeftOut(ignored, toLocal(path)) }),
  };
}

function isLeftOut(ignored: PathPatterns, path: string | undefined): boolean | undefined {
  const verdict = path === undefined ? undefined : ignored.of(path);
  return verdict === undefined ? undefined : verdict === 'matches';
}
