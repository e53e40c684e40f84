import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseDuration } from '../../src/facts/index.js';
import { resolveNumber } from '../../src/identify/durations.js';
import { linkFiles, probe } from '../link/in-memory.js';

function numbers(source: string): readonly unknown[] {
  const linked = linkFiles({ 'a.ts': source });
  return resolveNumber(linked, probe(linked, 'a.ts')).map((found) => (found.status === 'known' ? found.value : found.status));
}

describe('numbers in the code', () => {
  it.each([
    ['probe(1000 * 60 * 30);', [1_800_000]],
    ['probe((24 - 1) * 2 ** 3 / 4);', [46]],
    ['probe(-1);', [-1]],
    ['const HOUR = 60 * 60; probe(HOUR * 2);', [7200]],
    [`import ms from 'ms'; probe(ms('30m'));`, [1_800_000]],
    [`import ms from 'ms'; probe(ms('2 days'));`, [172_800_000]],
    ['probe(Math.floor(90 / 60));', [2]],
    ['probe(Number.POSITIVE_INFINITY);', [Infinity]],
    ['probe(production ? 60 : 3600);', [60, 3600]],
    ['probe(Number(process.env.TTL));', ['unknown']],
    ['probe(Number(process.env.TTL) || 3600);', ['unknown', 3600]],
    [`probe(Number('60') + parseInt('5', 10));`, [65]],
    [`probe(2 * +(process.env.YEARS || '10'));`, ['unknown', 20]],
    [`probe('60' * 2);`, ['unknown']],
    ['probe(!60);', ['unknown']],
    ['probe(config.minutes * 60);', ['unknown']],
    ['probe(undefined);', ['absent']],
  ])('%s', (source, expected) => {
    expect(numbers(source)).toEqual(expected);
  });

  it('folds products as JavaScript does', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 }), (factors) => {
      expect(numbers(`probe(${factors.join(' * ')});`)).toEqual([factors.reduce((a, b) => a * b)]);
    }), { numRuns: 50 });
  });
});

describe('texts that are durations', () => {
  it.each([['30m', 1_800_000], ['1.5h', 5_400_000], ['100', 100], ['7d', 604_800_000], ['1 year', 31_557_600_000], ['-3 min', -180_000]])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', 'soon', '30 parsecs', '1h30m', 'Infinity', '9'.repeat(200)])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
