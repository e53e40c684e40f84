import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../../src/report/sarif/line-hashes.js';

// The hashes are those of codeql-action for the same texts.
describe('lineHashes', () => {
  it('knows the end of a text', () => {
    expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
  });

  it('does not count tabs and spaces', () => {
    const hashes = ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'];
    expect(lineHashes(' a\nb\n  \t\tc\n d')).toEqual(hashes);
    expect(lineHashes('a\nb\nc\nd')).toEqual(hashes);
  });

  it.each(['\n', '\r', '\r\n'])('is the same with lines that end at %j', (end) => {
    expect(lineHashes([' hello; \t', 'world!!!', '', '', '  \t\tGreetings', ' End', ''].join(end))).toEqual([
      'e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1', 'b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1', 'c129715d7a2bc9a3:1',
    ]);
  });

  it('numbers lines that are alike', () => {
    expect(lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((occurrence) => `a7f2ff13bc495cf2:${occurrence}`),
      'a7f2ff1481e87703:1', 'a9cf91f7bbf1862b:1', '55ec222b86bcae53:1', 'cc97dc7b1d7d8f7b:1', 'c129715d7a2bc9a3:1',
    ]);
  });

  it('takes a file of empty lines in time', () => {
    const start = performance.now();
    expect(lineHashes('\n'.repeat(200_000))).toHaveLength(200_001);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
