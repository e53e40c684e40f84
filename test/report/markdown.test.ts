import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown, type MarkdownOptions } from '../../src/report/markdown.js';
import { toCodeBlock, toCodeSpan, toHtmlText, toLabel, toMarkdownText } from '../../src/report/markdown/escape.js';
import type { ScanReport } from '../../src/report/scan-report.js';
import { HOSTILE, hostileReport, hostileText } from './hostile.js';
import { CLEAN, finding, RULES, SAMPLE, SOURCES, spanOf } from './sample.js';

const options: MarkdownOptions = {
  folder: 'apps/web/',
  base: 'https://example.org/o/r/blob/c0ffee/',
  sourceOf: (path) => SOURCES.get(path),
  urlOf: (name) => RULES.find((rule) => rule.name === name)?.url,
};

function linesOf(report: ScanReport, own: Partial<MarkdownOptions> = {}): readonly string[] {
  return toMarkdown(report, { ...options, ...own }).split('\n');
}

/** What is left of Markdown's signs when code spans, escaped signs and entities are taken out. */
function signsIn(markdown: string): readonly string[] {
  const bare = markdown.replace(/(?<!\\)(?:\\\\)*(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '\u200b').replace(/\\[!-/:-@[-`{-~]/g, '\u200b').replace(/&(?:#\d+|[a-z]+);/g, '\u200b');
  return bare.match(/[`*_[\]<>|~$\\]|^[-+=]|^\d+[.)]|@(?=[\w-])|#(?!\u200b)|:\/\/|www\.|:[\w+-]+:/g) ?? [];
}

describe('the whole report', () => {
  it('has the published shape', async () => {
    await expect(toMarkdown(SAMPLE, options)).toMatchFileSnapshot('./__snapshots__/report.md');
  });

  it('is a headline and what was looked at when clean', () => {
    expect(linesOf(CLEAN)).toEqual(['## ✅ session-memory: No problems found', '', '<sub>214 files looked at, 12 parsed</sub>', '']);
  });

  it('does not call a run clean that lost files', () => {
    const lines = linesOf({ ...CLEAN, failed: [{ path: 'a`b.js', reason: 'permission denied' }] });
    expect(lines[0]).toBe('## ⚠️ session-memory: No problems found in what could be analysed');
    expect(lines).toContain('- ``a`b.js``: permission denied');
  });

  it('does not depend on the order of findings, nor on the time', () => {
    const later = { ...SAMPLE, findings: [...SAMPLE.findings].reverse(), stats: { ...SAMPLE.stats, ms: 1 } };
    expect(toMarkdown(later, options)).toBe(toMarkdown(SAMPLE, options));
  });

  it('links lines of the commit, or relative to the root of the repository', () => {
    expect(toMarkdown(SAMPLE, options)).toContain('[line 7](https://example.org/o/r/blob/c0ffee/apps/web/src/app.js#L7-L11)');
    const { base: _, ...without } = options;
    expect(toMarkdown(SAMPLE, without)).toContain('[line 15](apps/web/src/app.js#L15)');
  });

  it('says what to change even when the source is gone', () => {
    expect(toMarkdown(SAMPLE, { ...options, sourceOf: () => undefined })).toContain('  Suggestion: Remove the write.');
  });

  it('cuts long lists, keeps the most severe, and says how many more there are', () => {
    const place = (index: number): Parameters<typeof finding>[0] => ({ path: `${index % 7}.js`, line: index + 1, column: 1, endLine: index + 1, endColumn: 2 });
    const findings = Array.from({ length: 1000 }, (_, index) => finding(place(index), { severity: index < 990 ? 'info' : 'error' }));
    const text = toMarkdown({ ...CLEAN, findings }, options);
    expect(text.match(/^- ❌ /gm)).toHaveLength(10);
    expect(text.match(/^- ℹ️ /gm)).toHaveLength(90);
    expect(text).toContain('**… and 900 more problems** (900 info).');
    expect(text).toContain('1,000 problems (10 errors, 990 info) in 7 files');
  });

  it('fits into a comment on GitHub', () => {
    const findings = Array.from({ length: 100 }, (_, index) => finding({ path: `${'漢'.repeat(80)}${index}.js`, line: 1, column: 1, endLine: 1, endColumn: 2 }, { message: 'word '.repeat(500) }));
    const text = toMarkdown({ ...CLEAN, findings }, options);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/more problems\*\*/);
  });

  it('cuts long suggestions', () => {
    const text = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    const report = { ...CLEAN, findings: [finding(spanOf('src/app.js', 'app'), { suggestions: [{ message: 'm', edits: [{ path: 'src/app.js', range: [0, 0], text }] }] })] };
    expect(linesOf(report).filter((line) => /^ {2}[-+]/.test(line))).toHaveLength(19);
    expect(linesOf(report).some((line) => /^ {3}… and \d+ more lines$/.test(line))).toBe(true);
  });
});

describe('escaping', () => {
  it.each([
    ['`code` and *no* emphasis', '`code` and \\*no\\* emphasis'],
    ['a | b', 'a \\| b'],
    ['<img onerror=x> & co', '&lt;img onerror=x&gt; &amp; co'],
    ['[link](http://evil.example)', '\\[link\\](http:&#8203;//evil.example)'],
    ['@name, #12, :tada:, # head', '@&#8203;name, #&#8203;12, :&#8203;tada:, \\# head'],
    ['one ` tick', 'one \\` tick'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['costs $5 and $6', 'costs &#36;5 and &#36;6'],
    ['two\n\nlines', 'two lines'],
    ['\u001b[2J', '\\\\x1b\\[2J'],
  ])('%j', (message, markdown) => {
    expect(toMarkdownText(message)).toBe(markdown);
  });

  it('gives code spans fences that are long enough', () => {
    expect(toCodeSpan('a``b`c')).toBe('```a``b`c```');
    expect(toCodeSpan('`a')).toBe('`` `a ``');
    expect(toCodeSpan('')).toBe('`  `');
  });

  it('writes paths in links as code where no reader can take it for more', () => {
    expect(toLabel('src/a_b.js:1')).toBe('`src/a_b.js:1`');
    expect(toLabel('](`[x]_.js')).toBe('&#93;&#40;&#96;&#91;x&#93;&#95;.js');
  });

  it('gives code blocks fences that their lines do not close', () => {
    expect(toCodeBlock(['````', '</details>'], 'diff')).toEqual(['`````diff', '````', '</details>', '`````']);
  });

  it('escapes all that HTML reads', () => {
    expect(toHtmlText('Add `<b a="1">` & \'c\' @me')).toBe('Add <code>&lt;b a=&quot;1&quot;&gt;</code> &amp; &#39;c&#39; @&#8203;me');
  });

  it('leaves no sign that means something, whatever the message', () => {
    fc.assert(fc.property(hostileText, (text) => {
      expect(signsIn(toMarkdownText(text))).toEqual([]);
      expect(toMarkdownText(text)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]/u);
      expect(toHtmlText(text).replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/[<>"']|@[\w-]|(?<!&)#\d/);
    }), { numRuns: 2000 });
  });

  it('keeps the frame of the report, whatever it quotes', () => {
    fc.assert(fc.property(hostileText, (text) => {
      const lines = linesOf(hostileReport(text), { sourceOf: () => text });
      const fences = lines.filter((line) => /^ {2}`{3,}/.test(line));
      expect(lines.filter((line) => /^#/.test(line))).toHaveLength(3);
      expect(lines.filter((line) => /^- /.test(line))).toHaveLength(2);
      expect(lines.filter((line) => line === '  </details>' || line === '</details>').length).toBeGreaterThanOrEqual(2);
      expect(fences.every((fence) => fence.replace('diff', '') === fences[0]!.replace('diff', ''))).toBe(true);
    }), { numRuns: 300 });
  });

  it('sends nothing to the terminal that it would obey', () => {
    expect(toMarkdown(hostileReport(HOSTILE), { ...options, sourceOf: () => HOSTILE }).replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e\u2028\ud800-\udfff]/u);
  });
});
