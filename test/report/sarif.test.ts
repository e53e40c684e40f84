import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/report/finding.js';
import { toSarif, type SarifOptions } from '../../src/report/sarif.js';
import type { ScanReport } from '../../src/report/scan-report.js';
import { HOSTILE, hostileReport, hostileText } from './hostile.js';
import { CLEAN, finding, RULES, SAMPLE, SOURCES, spanOf } from './sample.js';
import { sarifProblems } from './sarif/conformity.js';

const options: SarifOptions = {
  tool: { name: 'session-memory', version: '1.2.3', homepage: 'https://example.org/#readme' },
  rules: RULES,
  folder: 'apps/web/',
  sourceOf: (path) => SOURCES.get(path),
};

function runOf(report: ScanReport, own: Partial<SarifOptions> = {}): Run {
  return (JSON.parse(toSarif(report, { ...options, ...own })) as Log).runs[0]!;
}

function resultOf(own: Finding, more: Partial<SarifOptions> = {}): Result {
  return runOf({ ...CLEAN, findings: [own] }, more).results![0]!;
}

/** Every string of a document, with the key that it stands under. */
function stringsIn(value: unknown, key = ''): readonly (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return [[key, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, own]) => stringsIn(own, name)) : [];
}

describe('the whole log', () => {
  it('has the published shape', async () => {
    await expect(toSarif(SAMPLE, options)).toMatchFileSnapshot('./__snapshots__/report.sarif');
  });

  it.each([['full', SAMPLE], ['clean', CLEAN], ['hostile', hostileReport(HOSTILE)]])('is as the schema wants it: %s', (_, report) => {
    expect(sarifProblems(JSON.parse(toSarif(report, options)))).toEqual([]);
  });

  it('is checked by something that notices', () => {
    const log = JSON.parse(toSarif(SAMPLE, options)) as { runs: { columnKind: string; tool: { driver: { name?: string } }; results: { message: unknown; line?: number }[] }[] };
    const [run] = log.runs;
    run!.columnKind = 'bytes';
    delete run!.tool.driver.name;
    run!.results[0]!.message = 'text';
    run!.results[1]!.line = 1;
    expect(sarifProblems(log)).toEqual([
      '$.runs[0].tool.driver lacks name',
      '$.runs[0].columnKind is not "utf16CodeUnits"',
      '$.runs[0].results[0].message is no Message',
      'Result has no $.runs[0].results[1].line',
    ]);
  });

  it('has results that are no list of nothing when there are none', () => {
    const run = runOf(CLEAN);
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
    expect(run.tool.driver.rules).toHaveLength(RULES.length);
  });

  it('does not depend on the order of findings', () => {
    expect(toSarif({ ...SAMPLE, findings: [...SAMPLE.findings].reverse() }, options)).toBe(toSarif(SAMPLE, options));
  });

  it('has no empty string where code scanning rejects one', () => {
    const report = { ...CLEAN, findings: [finding(spanOf('src/app.js', 'session'), { message: '', related: [{ ...spanOf('src/app.js', 'app'), message: '' }], suggestions: [{ message: '', edits: [{ path: 'src/app.js', range: [0, 6], text: '' }] }] })] };
    expect(stringsIn(JSON.parse(toSarif(report, options))).filter(([, text]) => text === '')).toEqual([]);
  });
});

describe('rules', () => {
  const [asked, sensitive, , oversized] = runOf(CLEAN).tool.driver.rules!;

  it('have level, severity and tags as code scanning reads them', () => {
    expect(asked).toMatchObject({ id: 'no-repeated-ask', name: 'NoRepeatedAsk', defaultConfiguration: { level: 'warning' }, properties: { 'problem.severity': 'warning', tags: ['WCAG 2.2 SC 3.3.7'] } });
    expect(sensitive?.properties?.tags).toEqual(['security', 'external/cwe/cwe-312', 'OWASP ASVS 5.0 14.3.3']);
    expect(oversized).toMatchObject({ defaultConfiguration: { level: 'note' }, properties: { 'problem.severity': 'recommendation', tags: [] } });
    expect(oversized).not.toHaveProperty('helpUri');
  });

  it('have their page as help, with links that lead somewhere', () => {
    expect(asked?.help?.markdown).toBe('> Disallow asking twice.\n\n## Why\n\nIt is tiring,\nand `a` differs.\n\nSee [the other](https://example.org/rules/require-session-expiry.md#why) and [WCAG](https://www.w3.org/).\n\n## Incorrect\n\nCode.\n');
    expect(asked?.fullDescription?.text).toMatch(/^Disallow asking twice\. It is tiring, and `a` differs\. See/);
  });

  it('are not described in more than code scanning takes', () => {
    const rule = { ...RULES[0]!, page: `## Why\n\n${'word '.repeat(1000)}\n` };
    const text = runOf(CLEAN, { rules: [rule] }).tool.driver.rules![0]!.fullDescription!.text;
    expect(text.length).toBeLessThanOrEqual(1024);
    expect(text).toMatch(/word …$/);
  });
});

describe('results', () => {
  const results = runOf(SAMPLE).results!;

  it('are sorted by severity and know their rule', () => {
    expect(results.map(({ level, ruleId, ruleIndex }) => [level, ruleId, RULES[ruleIndex!]?.name])).toEqual([
      ['error', 'require-session-expiry', 'require-session-expiry'],
      ['error', 'no-sensitive-session-data', 'no-sensitive-session-data'],
      ['warning', 'no-repeated-ask', 'no-repeated-ask'],
      ['note', 'no-oversized-session-value', 'no-oversized-session-value'],
    ]);
  });

  it('link each related place in the message', () => {
    const { message, relatedLocations } = results[2]!;
    expect(message.text).toMatch(/ \[captured here\]\(1\)\. \[and cleared here\]\(2\)\.$/);
    expect(relatedLocations?.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('show the way that leads there, and only what is on it', () => {
    expect(results[2]!.codeFlows).toHaveLength(1);
    const steps = results[2]!.codeFlows![0]!.threadFlows[0]!.locations.map(({ location }) => location?.physicalLocation?.region?.startLine);
    expect(steps).toEqual([8, 4]);
    expect(results[0]).not.toHaveProperty('codeFlows');
  });

  it('count columns in UTF-16 units and quote what stands there', () => {
    const region = results[2]!.locations![0]!.physicalLocation!.region!;
    const line = SOURCES.get('src/bot/order-wizard.ts')!.split('\n')[3]!;
    expect(region.startColumn).toBe(line.indexOf("ctx.reply('What") + 1);
    expect(region.snippet?.text).toBe("ctx.reply('What is your e-mail");
  });

  it('have fingerprints: ours, and the one that code scanning knows', () => {
    expect(results[0]!.partialFingerprints).toEqual({ 'sessionMemory/v1': 'f', primaryLocationLineHash: expect.stringMatching(/^[\da-f]+:1$/) as string });
    expect(resultOf(SAMPLE.findings[0]!, { sourceOf: () => undefined }).partialFingerprints).toEqual({ 'sessionMemory/v1': 'f' });
  });

  it('have fixes whose regions are what is replaced', () => {
    const [insertion] = results[0]!.fixes!;
    const [deletion] = results[1]!.fixes!;
    expect(insertion?.artifactChanges[0]?.replacements).toEqual([
      { deletedRegion: { startLine: 10, startColumn: 29, endLine: 10, endColumn: 29 }, insertedContent: { text: ',\n    cookie: { maxAge: 30 * 60 * 1000 }' } },
    ]);
    expect(deletion?.artifactChanges[0]?.replacements).toEqual([{ deletedRegion: { startLine: 15, startColumn: 1, endLine: 16, endColumn: 1 } }]);
    expect(resultOf(SAMPLE.findings[1]!, { sourceOf: () => undefined })).not.toHaveProperty('fixes');
  });

  it('leave out a fix of which a file is not known', () => {
    const edits = [{ path: 'src/app.js', range: [0, 1] as const, text: 'a' }, { path: 'gone.js', range: [0, 1] as const, text: 'a' }];
    expect(resultOf(finding(spanOf('src/app.js', 'app'), { suggestions: [{ message: 'm', edits }] }))).not.toHaveProperty('fixes');
  });

  it('link nothing that source code says', () => {
    const { text } = resultOf(finding(spanOf('src/app.js', 'app'), { message: '`[a](http://evil.example)`', related: [{ ...spanOf('src/app.js', 'app'), message: 'here](http://evil.example) [b\\' }] })).message;
    expect(text).toBe('`[a] (http://evil.example)` [here\\](http://evil.example) \\[b\\\\](1).');
  });

  it('name ten related places in the message and a hundred beside it', () => {
    const related = Array.from({ length: 150 }, () => ({ ...spanOf('src/app.js', 'app'), message: 'here' }));
    const { message, relatedLocations } = resultOf(finding(spanOf('src/app.js', 'app'), { related }));
    expect(message.text).toMatch(/\[here\]\(10\)\. And 140 more\.$/);
    expect(relatedLocations).toHaveLength(100);
  });
});

describe('addresses', () => {
  const uriOf = (path: string, folder = ''): string => resultOf(finding({ ...spanOf('src/app.js', 'app'), path }), { folder }).locations![0]!.physicalLocation!.artifactLocation!.uri!;

  it('begin at the root of the repository', () => {
    expect(uriOf('a.js', 'apps/web/')).toBe('apps/web/a.js');
  });

  it.each([
    ['a b#c?d%20.js', 'a%20b%23c%3Fd%2520.js'],
    ['http://x', 'http%3A//x'],
    ["(it's)!*.js", '%28it%27s%29%21%2A.js'],
    ['ä/漢😀.ts', '%C3%A4/%E6%BC%A2%F0%9F%98%80.ts'],
    ['half\ud800.ts', 'half%EF%BF%BD.ts'],
    ['line\n\u001b.ts', 'line%0A%1B.ts'],
  ])('are percent-encoded: %j', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });

  it('name no folder of the machine', () => {
    expect(runOf(SAMPLE).originalUriBaseIds).toEqual({ '%SRCROOT%': { description: { text: expect.any(String) as string } } });
  });
});

describe('how the run went', () => {
  it('names what failed, what is noted and what was left out', () => {
    const [invocation] = runOf(SAMPLE).invocations!;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.map(({ level, message }) => [level, message.text])).toEqual([
      ['error', 'Could not be analysed: permission denied'],
      ['warning', 'tsconfig.json: `,` expected at line 3; plain module resolution is used'],
      ['note', 'Left out: minified'],
      ['note', 'Left out: minified'],
      ['note', 'Left out: generated'],
    ]);
  });

  it('says what code scanning would not show', () => {
    const many = Array.from({ length: 25_010 }, (_, index) => finding({ path: 'a.js', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 }, { severity: index < 10 ? 'info' : 'error' }));
    const run = runOf({ ...CLEAN, findings: many }, { sourceOf: () => undefined });
    expect(run.results).toHaveLength(25_000);
    expect(run.results!.every(({ level }) => level === 'error')).toBe(true);
    expect(run.invocations![0]!.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      'The 10 least severe problems of 25010 are left out: code scanning takes 25000 in one run.',
      'Code scanning keeps the 5000 most severe problems of a run; 20000 more are in this file.',
    ]);
  });

  it('has no place for a failure that is no file', () => {
    const [notification] = runOf({ ...CLEAN, failed: [{ path: '.', reason: 'a rule crashed' }] }).invocations![0]!.toolExecutionNotifications!;
    expect(notification).not.toHaveProperty('locations');
  });
});

describe('hostile text', () => {
  it('gives a log that is valid, whose addresses are ASCII and whose texts hide nothing', () => {
    fc.assert(fc.property(hostileText, (text) => {
      const json = toSarif(hostileReport(text), { ...options, sourceOf: () => text });
      expect(json.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u);
      const run = (JSON.parse(json) as Log).runs[0]!;
      for (const [key, own] of stringsIn(run.results)) if (key === 'uri') expect(own).toMatch(/^(?:[\w.~/-]|%[\dA-F]{2})*$/);
      const [result] = run.results!;
      // The one link is the one to the related place.
      expect(result!.message.text!.replace(/\\./g, '').match(/\]\(/g)).toEqual(['](']);
      expect(result!.message.text).toMatch(/\]\(1\)\.$/);
    }), { numRuns: 300 });
  });
});
