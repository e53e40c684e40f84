import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { rules } from '../../rules/index.js';
import { check } from '../../src/check/check.js';
import { identify } from '../../src/identify/identify.js';
import { link } from '../../src/link/link.js';
import { models } from '../../src/models/index.js';
import type { Finding as ScanFinding } from '../../src/report/finding.js';
import { scan } from '../../src/scan.js';
import { dialectOf } from '../../src/scan/dialect-of.js';
import { summarise } from '../../src/scan/summarise.js';
import { isTestFile } from '../../src/scan/test-file.js';
import type { Finding } from './finding.js';

type Preset = 'recommended' | 'strict';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The scanner's parser with ESLint's view: one file that knows of no other. */
export function checkFileAlone({ path: file, text }: TextFile, preset: Preset): Finding[] {
  const summarised = summarise(file, text, dialectOf(file) ?? 'js');
  if (!('summary' in summarised)) return [];
  const { summary } = summarised;
  const facts = identify(link([summary], () => undefined), {
    scope: 'file',
    models,
    isTest: isTestFile,
    dependenciesOf: () => undefined,
  });
  const { findings, crashes } = check({
    facts,
    summaries: new Map([[file, summary]]),
    textOf: () => text,
    rules,
    preset,
    settings: new Map(),
  });
  if (crashes.length > 0) throw new Error(crashes.join('\n'));
  return findings.flatMap(toFinding);
}

/**
 * Scans files as one project, in a folder of their own: nothing around them is read.
 *
 * @returns findings by path; a path without findings is not there.
 * @throws {Error} when a file could not be analysed.
 */
export async function scanProject(files: readonly TextFile[], preset: Preset): Promise<Map<string, Finding[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'session-memory-fixture-'));
  try {
    for (const file of files) {
      const absolute = path.join(folder, file.path);
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, file.text);
    }
    const { findings, failed } = await scan({ cwd: folder, preset });
    if (failed.length > 0) throw new Error(failed.map(({ path: file, reason }) => `${file}: ${reason}`).join('\n'));
    const byPath = new Map<string, Finding[]>();
    for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), ...toFinding(finding)]);
    return byPath;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Findings about directives are the scanner's alone; ESLint has its own. */
function toFinding({ ruleId, line, column, endLine, endColumn, message }: ScanFinding): Finding[] {
  return ruleId === 'unused-directive' ? [] : [{ rule: ruleId, line, column, endLine, endColumn, message }];
}
