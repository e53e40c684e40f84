import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import type { LibraryModel, WriteRow } from '../../src/models/library-model.js';

const model = (row: unknown): LibraryModel => ({ id: 'keeper', docs: 'https://example.org', packages: ['keeper'], checkedAgainst: '1', writes: [row as WriteRow] });
const sound = { from: { package: 'keeper' }, path: 'Member[set].Return', memory: 'server-record', key: 'Argument[0]' };

describe('defineModel', () => {
  it('gives back what is sound', () => {
    const given = model({ ...sound, versions: '>=4.1 <7 || ^9', lifetime: [{ clock: 'record', then: { read: 'Argument[2].Member[ttl]', unit: 's', option: 'ttl' } }] });
    expect(defineModel(given)).toBe(given);
  });

  it.each([
    [{ ...sound, path: 'Member[set]Return' }, 'cannot read the access path "Member[set]Return" of "path"'],
    [{ ...sound, path: 'set()' }, 'cannot read the access path "set()" of "path"'],
    [{ ...sound, key: 'Argument' }, 'cannot read the access path "Argument" of "key"'],
    [{ ...sound, from: {} }, '"from" must be one of { package }, { global } or { type }'],
    [{ ...sound, from: { package: 'a', global: 'b' } }, '"from" must be one of { package }, { global } or { type }'],
    [{ ...sound, from: { name: 'a' } }, '"from" must be one of { package }, { global } or { type }'],
    [{ ...sound, versions: 'newest' }, 'cannot read the versions "newest"'],
    [{ ...sound, versions: '>=4 (a+)+$' }, 'cannot read the versions ">=4 (a+)+$"'],
    [{ ...sound, value: { reader: 'guess' } }, 'there is no reader "guess"'],
    [{ ...sound, each: { reader: 'elements-of', path: 'Argument[0]', key: 'key', value: 'Member[1]' } }, 'cannot read the access path "key" of "key"'],
    [{ ...sound, lifetime: [{ clock: 'record', when: [{ read: 'ttl', is: 'present' }], then: 'unknown' }] }, 'cannot read the access path "ttl" of "read"'],
    [{ ...sound, lifetime: [{ clock: 'record', then: { read: { reader: 'first-of', reads: ['Member[a]', { reader: 'no' }] }, unit: 's', option: 'ttl' } }] }, 'there is no reader "no"'],
  ])('refuses %j', (row, problem) => {
    expect(() => defineModel(model(row))).toThrow(`model "keeper", writes[0]: ${problem}`);
  });
});
