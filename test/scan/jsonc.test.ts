import { describe, expect, it } from 'vitest';

import { parseJsonc } from '../../src/scan/jsonc.js';

describe('parseJsonc', () => {
  it.each([
    ['comments', '{ // one\n "a": /* two */ 1 }', { a: 1 }],
    ['what looks like a comment in a string', '{ "a": "https://x/*y*/" }', { a: 'https://x/*y*/' }],
    ['trailing commas', '{ "a": [1, 2, ], }', { a: [1, 2] }],
    ['a comma in a string', '{ "a": ",]" }', { a: ',]' }],
    ['a byte order mark', '\uFEFF{}', {}],
    ['comments of stars', '/***/ {} /**/', {}],
  ])('reads %s', (_, text, value) => {
    expect(parseJsonc(text)).toEqual(value);
  });

  it.each(['{', '{} /* not closed', '{} /*/', "{ 'a': 1 }"])('refuses %j', (text) => {
    expect(() => parseJsonc(text)).toThrow(SyntaxError);
  });

  it.each([
    ['open comments', '/* '.repeat(300_000)],
    ['quotes in an open string', `"${'\\"'.repeat(300_000)}`],
  ])('refuses thousands of %s at once', (_, text) => {
    const start = performance.now();
    expect(() => parseJsonc(text)).toThrow(SyntaxError);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
