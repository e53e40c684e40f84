import type { Log, Run } from 'sarif';
import { toJsonText } from './json-text.js';
import type { ReportedRule } from './reported-rule.js';
import type { ScanReport } from './scan-report.js';
import { Locations, SOURCE_ROOT } from './sarif/locations.js';
import { toInvocation } from './sarif/invocation.js';
import { withinLimits } from './sarif/limits.js';
import { Results } from './sarif/results.js';
import { toDescriptor } from './sarif/rule-descriptor.js';
import { Sources } from './sources.js';

/** What {@link toSarif} needs beside the report. */
export interface SarifOptions {
  readonly tool: { readonly name: string; readonly version: string; readonly homepage: string };
  /** All rules that may be reported. */
  readonly rules: readonly ReportedRule[];
  /** Where the report's paths begin, below the root of the repository: `''`, or `apps/web/` with a slash at its end. */
  readonly folder: string;
  /** The text of a reported file; without it there are no snippets and no fixes. */
  sourceOf(path: string): string | undefined;
}

/**
 * The report as SARIF 2.1.0, as GitHub code scanning and other viewers take it: one run with all rules, the most severe
 * results first, addresses relative to the root of the repository. Names nothing of the machine that it is made on.
 */
export function toSarif(report: ScanReport, options: SarifOptions): string {
  const { tool, rules, folder } = options;
  const sources = new Sources((path) => options.sourceOf(path));
  const locations = new Locations(folder, sources);
  const { findings, remarks } = withinLimits(report.findings);
  const results = new Results(rules.map(({ name }) => name), locations, sources);
  const run: Run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: tool.homepage,
        rules: rules.map(toDescriptor),
      },
    },
    // One analysis for each scanned folder, so that the packages of a monorepo do not replace each other's results.
    automationDetails: { id: `${tool.name}/${folder}` },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r', '\u2028', '\u2029'],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository, or the scanned folder outside of one.' } } },
    invocations: [toInvocation(report, remarks, locations)],
    results: findings.map((finding) => results.toResult(finding)),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return toJsonText(log);
}
