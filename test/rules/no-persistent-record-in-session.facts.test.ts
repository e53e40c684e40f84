import { describe, expect, it } from 'vitest';

import { noPersistentRecordInSession as rule } from '../../rules/no-persistent-record-in-session.js';
import type { Copy, Escape, Facts, Read } from '../../src/facts/index.js';
import type { Report } from '../../src/rule.js';
import { facts, place, point, write } from './hand-made-facts.js';

const record: Copy = { kind: 'record', path: [], source: place(4), words: ['User', 'findById'], library: 'mongoose' };
const stored = write({ library: 'express-session', memory: 'server-session', path: ['user'], copies: [record] });

function read(path: string, line: number, file?: string): Read {
  return { fact: 'read', at: place(line, file), identity: 'import', library: 'express-session', where: point(), memory: 'server-session', path: path.split('.') };
}

function escape(path: readonly string[]): Escape {
  return { fact: 'escape', at: place(90), identity: 'import', library: 'express-session', where: point(), memory: 'server-session', path, to: 'call' };
}

function report(over: Partial<Facts>): Report | undefined {
  return rule.check(facts({ scope: 'project', writes: [stored], ...over }), rule.defaultOptions)[0];
}

describe('what a record is cut down to', () => {
  it('names the fields that are read, the id first, and where', () => {
    const found = report({ reads: [read('user.name', 20), read('user.team.name', 30), read('user.name', 40), read('user._id', 50), read('user', 60)] });
    expect(found?.suggestions).toEqual([{ messageId: 'pick', data: { names: '`_id`, `name` and `team`' }, edits: [{ edit: 'pick', at: stored.at, names: ['_id', 'name', 'team'] }] }]);
    expect(found?.related?.map(({ at }) => at.range[0])).toEqual([4, 50, 20, 30]);
  });

  it.each<readonly [string, Partial<Facts>]>([
    ['one file alone', { scope: 'file', reads: [read('user.name', 20)] }],
    ['nothing that is read', { reads: [read('user', 20), read('username.first', 30)] }],
    ['a test that reads', { reads: [read('user.name', 20, 'test/app.ts')] }],
    ['the record, handed on', { reads: [read('user.name', 20)], escapes: [escape(['user'])] }],
    ['the session, handed on', { reads: [read('user.name', 20)], escapes: [escape([])] }],
    ['more than a pick', { reads: Array.from({ length: 11 }, (_, index) => read(`user.f${index}`, index + 10)) }],
    ['a field whose name is not known', { reads: [read('user.name', 20), read('user.*', 30)] }],
  ])('suggests nothing for %s', (_, over) => {
    const found = report(over);
    expect(found?.suggestions).toEqual([]);
    expect(found?.related).toHaveLength(1);
  });

  it('knows a part that is handed on from the whole', () => {
    expect(report({ reads: [read('user.name', 20)], escapes: [escape(['user', 'name']), escape(['cart'])] })?.suggestions).toHaveLength(1);
  });

  it('relates reads and changes nothing where the record is a part of what is written', () => {
    const found = report({ writes: [{ ...stored, path: [], copies: [{ ...record, path: ['user'] }] }], reads: [read('user.name', 20)] });
    expect(found?.related).toHaveLength(2);
    expect(found?.suggestions).toEqual([]);
  });
});
