import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/display-width.js';
import type { ScanReport } from '../../src/report/scan-report.js';
import { toStylish } from '../../src/report/stylish.js';
import { CLEAN, finding, SAMPLE, SOURCES } from './sample.js';

const sourceOf = (path: string): string | undefined => SOURCES.get(path);
const options = { color: false, width: 90, sourceOf };

/** The lines of the report for one finding in `source`, from its frame on. */
function frameOf(source: string, span: { line: number; column: number; endLine?: number; endColumn: number }, width = 80): string[] {
  const own = finding({ path: 'a.js', endLine: span.line, ...span });
  const lines = toStylish({ ...CLEAN, findings: [own] }, { color: false, width, sourceOf: () => source }).split('\n');
  return lines.slice(5, lines.findIndex((line) => line.includes('Why and how')) - 1);
}

describe('the whole report', () => {
  it.each([
    ['wide', { ...options, width: 120 }],
    ['narrow', { ...options, width: 60 }],
    ['coloured', { ...options, color: true }],
    ['verbose', { ...options, verbose: true }],
  ])('%s', async (name, own) => {
    await expect(toStylish(SAMPLE, own)).toMatchFileSnapshot(`./__snapshots__/${name}.txt`);
  });

  it('is one line when clean', () => {
    expect(toStylish(CLEAN, options)).toBe('✔ No problems found: 214 files looked at, 12 parsed, 1.2 s\n');
  });

  it('does not call a run clean that lost files', () => {
    const report = { ...CLEAN, failed: [{ path: 'a.js', reason: 'permission denied' }] };
    expect(toStylish(report, options)).toBe(
      'failed  a.js: permission denied\n▲ No problems found in what could be analysed: 214 files looked at, 12 parsed, 1.2 s\n',
    );
  });

  it('says the same with and without colours', () => {
    expect(stripVTControlCharacters(toStylish(SAMPLE, { ...options, color: true }))).toBe(toStylish(SAMPLE, options));
  });

  it('does not depend on the order of findings', () => {
    expect(toStylish({ ...SAMPLE, findings: [...SAMPLE.findings].reverse() }, options)).toBe(toStylish(SAMPLE, options));
  });

  it('comes without code when the source is gone', () => {
    const printed = toStylish(SAMPLE, { ...options, sourceOf: () => undefined });
    expect(printed).not.toContain('│');
    expect(printed).toContain('captured here  src/bot/order-wizard.ts:8:5');
  });

  it.each([40, 60, 90, 120])('keeps frames and prose within %i columns', (width) => {
    const tooWide = toStylish(SAMPLE, { ...options, width })
      .split('\n')
      .filter((line) => displayWidth(line) > width)
      .filter((line) => !/^(?:▲|✖|●|note|failed|skipped| {2}[◦\d])|explain/.test(line));
    expect(tooWide).toEqual([]);
  });
});

describe('code frames', () => {
  it('underlines behind tabs, wide characters, emoji and combining marks', () => {
    expect(frameOf('\t漢字😀e\u0301👨‍👩‍👧ö = bad;', { line: 1, column: '\t漢字😀e\u0301👨‍👩‍👧ö = '.length + 1, endColumn: '\t漢字😀e\u0301👨‍👩‍👧ö = bad'.length + 1 })).toEqual([
      '  ❯ 1 │   漢字😀e\u0301👨‍👩‍👧ö = bad;',
      `      │ ${' '.repeat(2 + 4 + 2 + 1 + 2 + 1 + 3)}^^^`,
    ]);
  });

  it('gives wide characters wide underlines', () => {
    expect(frameOf('a 漢字', { line: 1, column: 3, endColumn: 5 })[1]).toBe('      │   ^^^^');
  });

  it.each([['\r\n'], ['\r'], ['\n'], ['\u2028']])('splits lines at %j', (lineBreak) => {
    expect(frameOf(['one', 'two', 'three'].join(lineBreak), { line: 2, column: 1, endColumn: 4 })).toEqual([
      '    1 │ one',
      '  ❯ 2 │ two',
      '      │ ^^^',
      '    3 │ three',
    ]);
  });

  it('does not count a byte order mark', () => {
    expect(frameOf('\ufeffabc', { line: 1, column: 2, endColumn: 3 })).toEqual(['  ❯ 1 │ abc', '      │  ^']);
  });

  it('shows an empty span and one behind the end of the line', () => {
    expect(frameOf('abc', { line: 1, column: 2, endColumn: 2 })[1]).toBe('      │  ^');
    expect(frameOf('abc', { line: 1, column: 40, endColumn: 50 })[1]).toBe('      │    ^');
  });

  it('leaves out a place that is not in the source', () => {
    expect(toStylish({ ...CLEAN, findings: [finding({ path: 'a.js', line: 9, column: 1, endLine: 9, endColumn: 2 })] }, { ...options, sourceOf: () => 'abc' })).not.toContain('│');
  });

  it('does not show the line that a span only touches', () => {
    expect(frameOf('a\nb\nc\nd\ne\nf', { line: 2, column: 1, endLine: 4, endColumn: 1 })).toEqual([
      '    1 │ a',
      '  ❯ 2 │ b',
      '      │ ^',
      '  ❯ 3 │ c',
      '    4 │ d',
      '    5 │ e',
    ]);
  });

  it('cuts a span over many lines', () => {
    const frame = frameOf('f(\n1,\n2,\n3,\n4,\n5,\n6)', { line: 1, column: 1, endLine: 7, endColumn: 3 });
    expect(frame).toEqual(['  ❯ 1 │ f(', '      │ ^^', '  ❯ 2 │ 1,', '  ❯ 3 │ 2,', '    ⋮ │', '  ❯ 7 │ 6)']);
  });

  it.each([60, 400])('cuts a long line around the finding at width %i', (width) => {
    const line = `${'😀x'.repeat(200_000)}NEEDLE${'yz'.repeat(200_000)}`;
    const column = line.indexOf('NEEDLE') + 1;
    const [code = '', mark = ''] = frameOf(line, { line: 1, column, endColumn: column + 6 }, width);
    expect(displayWidth(code)).toBeLessThanOrEqual(Math.min(width, 210));
    expect(code).toMatch(/│ ….*NEEDLE.*…$/u);
    expect(displayWidth(mark.slice(0, mark.indexOf('^')))).toBe(displayWidth(code.slice(0, code.indexOf('NEEDLE'))));
    expect(mark.match(/\^+$/)?.[0]).toHaveLength(6);
  });
});

describe('hostile text', () => {
  const EVIL = '\u001b[2J\u001b]0;title\u0007\u009b31m\r\b\u007f\u202e\u2066\u2028\u200f\u{e0041}\ud800';

  it('reaches no terminal, wherever it stands', () => {
    const place = { path: `${EVIL}.js`, line: 1, column: 1, endLine: 1, endColumn: 3 };
    const report: ScanReport = {
      findings: [finding(place, { ruleId: EVIL, message: EVIL, related: [{ ...place, message: EVIL }], suggestions: [{ message: EVIL, edits: [{ path: place.path, range: [0, 1], text: EVIL }, { path: `b${EVIL}`, range: [0, 1], text: EVIL }] }] })],
      skipped: [{ path: EVIL, reason: EVIL }],
      failed: [{ path: EVIL, reason: EVIL }],
      notes: [EVIL],
      stats: CLEAN.stats,
    };
    const printed = toStylish(report, { ...options, verbose: true, sourceOf: () => EVIL });
    // Line breaks are the report's own.
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0041}\ud800-\udfff]/u);
    expect(printed).toContain('\\x1b[2J');
    expect(printed).toContain('\\u202E');
  });

  it('keeps the underline below what it marks', () => {
    const [code = '', mark = ''] = frameOf('"\u001b[2J" + bad', { line: 1, column: 10, endColumn: 13 });
    expect(code).toBe('  ❯ 1 │ "\\x1b[2J" + bad');
    expect(mark.indexOf('^')).toBe(code.indexOf('bad'));
  });

  it('survives names that objects know', () => {
    const place = { path: '__proto__', line: 1, column: 1, endLine: 1, endColumn: 2 };
    expect(toStylish({ ...CLEAN, findings: [finding(place, { ruleId: 'constructor' })] }, options)).toContain('1 constructor');
  });
});
