import { rules as allRules } from '../rules/index.js';
import { check } from './check/check.js';
import type { FileSettings, RuleSetting } from './check/rule-settings.js';
import { defaultPreset } from './config/config.js';
import { PathPatterns } from './config/path-patterns.js';
import { SettingsByFile } from './config/settings-by-file.js';
import { toLocalPath } from './config/to-local-path.js';
import { toFieldAliases } from './identify/fields/field-aliases.js';
import { models } from './models/index.js';
import type { ScanReport } from './report/scan-report.js';
import type { CheckedScanOptions } from './scan-options.js';
import { analyse, type Analysis, type AnalysisOptions } from './scan/analyse.js';
import { resolveInputs, type Inputs } from './scan/inputs.js';

/** A report together with what it was made from. */
export interface DetailedScan {
  readonly report: ScanReport;
  readonly inputs: Inputs;
  readonly analysis: Analysis;
  /** The settings that hold in a file. */
  readonly settingsOf: (file: string) => FileSettings;
}

/**
 * What `scan` does, keeping facts, summaries and texts for those who explain the report.
 *
 * @throws UsageError when a path does not exist
 */
export async function scanInDetail(options: CheckedScanOptions = {}): Promise<DetailedScan> {
  const start = performance.now();
  const inputs = resolveInputs(options.cwd ?? process.cwd(), options.paths ?? []);
  const toLocal = toLocalPath(inputs.base, options.patternsFrom ?? inputs.base);
  const analysis = await analyse(inputs, toAnalysisOptions(options, toLocal));
  const preset = options.preset ?? defaultPreset;
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

function toAnalysisOptions(options: CheckedScanOptions, toLocal: (path: string) => string | undefined): AnalysisOptions {
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
