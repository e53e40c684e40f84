import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import type { EachRead } from '../../src/models/library-model.js';
import { factsOf } from '../models/facts-of.js';

/** Key and words of the value of each entry that a call of `put` writes. */
function entriesOf(code: string, each: EachRead) {
  const model = defineModel({ id: 'store', docs: 'https://example.org', packages: ['store'], checkedAgainst: '1', writes: [{ from: { package: 'store' }, path: 'Member[put].Return', memory: 'local-storage', each }] });
  return factsOf(`import { put } from 'store';\n${code}`, [model]).writes.map(({ path, value }) => [path.join('.'), 'literal' in value ? value.literal : value.names.join('.')]);
}

describe('keys-of', () => {
  const each: EachRead = { reader: 'keys-of', path: 'Argument[0]' };

  it.each([
    ['put({ theme: "dark", token: session.token })', [['theme', 'dark'], ['token', 'session.token']]],
    ['const all = { theme: "dark" };\nall.size = 3;\nput(all)', [['theme', 'dark'], ['size', 3]]],
    ['put({ __proto__: x, constructor: 1 })', [['constructor', 1]]],
    ['put({})', []],
    ['put(unknown)', []],
    ['put()', []],
    ['put("text")', []],
  ])('%s', (code, expected) => {
    expect(entriesOf(code, each)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(entriesOf(code, each)).toEqual([]);
  });
});

describe('elements-of', () => {
  it.each([
    ['put([["theme", "dark"], [`token`, session.token]])', [['theme', 'dark'], ['token', 'session.token']]],
    ['put([[key, 1]])', [['*', 1]]],
    ['put([])', []],
    ['put(unknown)', []],
    ['put("text")', []],
  ])('pairs: %s', (code, expected) => {
    expect(entriesOf(code, { reader: 'elements-of', path: 'Argument[0]', key: 'Member[0]', value: 'Member[1]' })).toEqual(expected);
  });

  it('objects', () => {
    expect(entriesOf('put([{ key: "theme", value: "dark" }])', { reader: 'elements-of', path: 'Argument[0]', key: 'Member[key]', value: 'Member[value]' })).toEqual([['theme', 'dark']]);
  });
});
