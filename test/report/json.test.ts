import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/report/json.js';
import { CLEAN, finding, SAMPLE, spanOf } from './sample.js';

describe('toJson', () => {
  it('has the published shape', async () => {
    await expect(toJson(SAMPLE)).toMatchFileSnapshot('./__snapshots__/report.json');
  });

  it('is valid for a report without findings', () => {
    expect(JSON.parse(toJson(CLEAN))).toEqual({ schemaVersion: 1, findings: [], skipped: [], failed: [], notes: [], stats: CLEAN.stats });
  });

  it('is the same for every order of findings', () => {
    const { findings, skipped } = SAMPLE;
    expect(toJson({ ...SAMPLE, findings: [...findings].reverse(), skipped: [...skipped].reverse() })).toBe(toJson(SAMPLE));
  });

  it('orders by path, line, column, rule', () => {
    const at = (path: string, line: number, column: number, ruleId: string) => finding({ path, line, column, endLine: line, endColumn: column }, { ruleId });
    const shuffled = [at('b', 1, 1, 'a'), at('a', 10, 1, 'a'), at('a', 9, 2, 'a'), at('a', 9, 1, 'b'), at('a', 9, 1, 'a'), at('B', 1, 1, 'a')];
    const ordered = JSON.parse(toJson({ ...CLEAN, findings: shuffled })) as { findings: { path: string; line: number; column: number; ruleId: string }[] };
    expect(ordered.findings.map(({ path, line, column, ruleId }) => `${path}${line}.${column}${ruleId}`)).toEqual(['B1.1a', 'a9.1a', 'a9.1b', 'a9.2a', 'a10.1a', 'b1.1a']);
  });

  it('escapes what terminals obey, and gives it back when parsed', () => {
    const message = '\u001b[2J\u009b\u007f\u202e\u2028\ud800 "quoted"';
    const json = toJson({ ...CLEAN, findings: [finding(spanOf('src/app.js', 'session'), { message })] });
    expect(json.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]/u);
    expect((JSON.parse(json) as { findings: { message: string }[] }).findings[0]!.message).toBe(message);
  });
});
