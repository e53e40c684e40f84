import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits } from '../edits/apply-text-edits.js';
import { displayWidth } from '../../src/report/display-width.js';
import { lineDiff } from '../../src/report/line-diff.js';
import { SourceLines } from '../../src/report/source-lines.js';
import { wrapText } from '../../src/report/wrap-text.js';

describe('displayWidth', () => {
  it.each([
    ['abc', 3], ['漢字', 4], ['ｆｕｌｌ', 8], ['한', 2], ['ｶﾅ', 2], ['é', 1], ['e\u0301', 1], ['😀', 2], ['👨‍👩‍👧', 2], ['🇩🇪', 2], ['❤️', 2], ['❤', 1], ['1️⃣', 2], ['\u200b', 0], ['—…│', 3],
  ])('%s is %i wide', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrapText', () => {
  it('breaks at spaces, and keeps short code together', () => {
    expect(wrapText('Set `maxAge: 30 * 60` on the cookie.', 20)).toEqual(['Set', '`maxAge: 30 * 60` on', 'the cookie.']);
  });

  it('loses no word and keeps to the width', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z漢]{1,9}$/)), fc.integer({ min: 18, max: 40 }), (words, width) => {
      const lines = wrapText(words.join(' '), width);
      expect(lines.join(' ')).toBe(words.join(' '));
      expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
    }));
  });
});

describe('lineDiff', () => {
  const changes = (text: string, ...edits: [number, number, string][]): string[] =>
    lineDiff(new SourceLines(text), edits.map(([start, end, replacement]) => ({ range: [start, end], text: replacement }))).map((hunk) =>
      hunk.map(({ sign, number, text: line }) => `${sign}${number} ${line}`).join('\n'));

  it.each<[string, string, [number, number, string], string]>([
    ['a new line', 'a\nb\nc', [1, 1, '\nx'], ' 1 a\n+2 x\n 3 b'],
    ['a line less', 'a\nb\nc', [2, 4, ''], ' 1 a\n-2 b\n 2 c'],
    ['a changed line', 'a\r\nbb\r\nc', [3, 4, 'x'], ' 1 a\n-2 bb\n+2 xb\n 3 c'],
    ['at the start', 'a\nb', [0, 0, 'x\n'], '+1 x\n 2 a'],
    ['at the end', 'a\n', [2, 2, 'x\n'], ' 1 a\n+2 x'],
    ['a byte order mark', '\ufeffa', [0, 1, 'b'], '-1 a\n+1 b'],
  ])('shows %s', (_, text, edit, expected) => {
    expect(changes(text, edit)).toEqual([expected]);
  });

  it('counts on from hunk to hunk', () => {
    expect(changes('a\nb\nc\nd\ne\nf', [0, 0, 'x\n'], [10, 11, 'y'])).toEqual(['+1 x\n 2 a', ' 6 e\n-6 f\n+7 y']);
  });

  it('gives the new text back', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', '', 'cc'), { maxLength: 8 });
    fc.assert(fc.property(lines, fc.nat(20), fc.nat(6), lines, (old, start, length, fresh) => {
      const text = old.join('\n');
      const from = Math.min(start, text.length);
      const edit = { range: [from, Math.min(from + length, text.length)] as const, text: fresh.join('\n') };
      const source = new SourceLines(text);
      const [hunk = []] = lineDiff(source, [edit]);
      const removed = hunk.filter((line) => line.sign === '-');
      const added = hunk.filter((line) => line.sign === '+');
      const result = text.split('\n');
      const at = removed[0]?.number ?? added[0]?.number ?? 1;
      expect(result.splice(at - 1, removed.length, ...added.map((line) => line.text))).toEqual(removed.map((line) => line.text));
      expect(result.join('\n')).toBe(applyTextEdits(text, [edit]));
    }));
  });
});
