import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits } from './apply-text-edits.js';
import { Draft } from '../../src/edits/draft.js';

describe('Draft', () => {
  it('gives edits of the original that lead to its text, whatever was applied', () => {
    const change = fc.record({ at: fc.nat(30), length: fc.nat(3), text: fc.constantFrom('', 'X', 'YZ') });
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{0,20}$/), fc.array(change, { maxLength: 6 }), (original, changes) => {
      const draft = new Draft(original);
      for (const { at, length, text } of changes) {
        const before = draft.text;
        const start = Math.min(at, before.length);
        const edit = { range: [start, Math.min(start + length, before.length)] as const, text };
        if (!draft.apply([edit])) return;
        expect(draft.text).toBe(applyTextEdits(before, [edit]));
      }
      expect(applyTextEdits(original, draft.toEdits())).toBe(draft.text);
    }));
  });

  it('knows where a range of the original is now', () => {
    const draft = new Draft('abcdef');
    expect(draft.apply([{ range: [0, 0], text: '--' }, { range: [2, 3], text: '' }, { range: [4, 4], text: '+' }])).toBe(true);
    expect(draft.text).toBe('--abd+ef');
    expect(draft.map([0, 2])).toEqual([2, 4]);
    expect(draft.map([3, 5])).toEqual([4, 7]);
    expect(draft.map([2, 3])).toBeUndefined();
  });

  it('refuses overlaps', () => {
    expect(new Draft('abc').apply([{ range: [0, 2], text: '' }, { range: [1, 3], text: '' }])).toBe(false);
  });
});

describe('applyTextEdits', () => {
  it('refuses overlaps and places outside', () => {
    expect(() => applyTextEdits('abc', [{ range: [0, 2], text: '' }, { range: [1, 3], text: '' }])).toThrow(RangeError);
    expect(() => applyTextEdits('abc', [{ range: [2, 4], text: '' }])).toThrow(RangeError);
  });
});
