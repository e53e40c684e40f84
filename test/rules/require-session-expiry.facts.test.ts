import { describe, expect, it } from 'vitest';

import { requireSessionExpiry as rule } from '../../rules/require-session-expiry.js';
import type { Facts, KeyShape } from '../../src/facts/index.js';
import { after, facts, known, neverByDefault, place, sessionConfig, unknownLifetime, write } from './hand-made-facts.js';

function check(over: Partial<Facts>): string[] {
  return rule.check(facts(over), rule.defaultOptions).map((report) => report.messageId);
}

const key = (quasi: string, part: string): { key: { cases: { status: 'known'; value: KeyShape; at: ReturnType<typeof place> }[] } } => ({
  key: { cases: [{ status: 'known', value: { quasis: [quasi, ''], parts: [part] }, at: place(1) }] },
});

describe('require-session-expiry: configurations', () => {
  it('reports a session that its store keeps for ever by default', () => {
    const [report] = rule.check(facts({ sessionConfigs: [sessionConfig({ record: known(neverByDefault) })] }), rule.defaultOptions);
    expect(report).toMatchObject({ messageId: 'endlessByDefault', at: place(1), subject: 'express-session.expiry' });
  });

  it.each([
    ['bounded', known(after(30))],
    ['unknown', unknownLifetime],
    ['bounded in one case', known(neverByDefault, after(30))],
    ['unknown in one case', { cases: [...known(neverByDefault).cases, ...unknownLifetime.cases] }],
    ['without cases', { cases: [] }],
  ])('is silent about a record that is %s', (_, record) => {
    expect(check({ sessionConfigs: [sessionConfig({ record })] })).toEqual([]);
  });

  it('reports an option that makes it endless, even in one case only, at the option', () => {
    const record = known(after(30), { ends: 'never', because: 'option', option: 'disableTTL' } as const);
    const [report] = rule.check(facts({ sessionConfigs: [sessionConfig({ record })] }), rule.defaultOptions);
    expect(report).toMatchObject({ messageId: 'endlessByOption', at: place(101), data: { option: 'disableTTL' }, related: [{ at: place(1) }] });
  });

  it('tells a misplaced option once, with or without a default behind it', () => {
    const misplaced = [{ option: 'maxAge', instead: 'cookie.maxAge', at: place(5) }];
    const reports = rule.check(facts({ sessionConfigs: [sessionConfig({ record: known(neverByDefault), misplaced }), sessionConfig({ misplaced })] }), rule.defaultOptions);
    expect(reports.map(({ messageId, at, severity }) => [messageId, at, severity])).toEqual([['misplaced', place(5), undefined], ['misplacedBounded', place(5), 'warn']]);
  });

  it('is silent in tests and under a guard of the environment', () => {
    expect(check({ sessionConfigs: [sessionConfig({ record: known(neverByDefault), at: place(1, 'test/app.ts') }), sessionConfig({ record: known(neverByDefault), environmentGuard: true })] })).toEqual([]);
  });
});

describe('require-session-expiry: entries', () => {
  it('reports a session-keyed entry without expiry, and no other', () => {
    expect(check({ writes: [write({ lifetime: known(neverByDefault) })] })).toEqual(['entryByDefault']);
    expect(check({ writes: [write({ lifetime: known(neverByDefault), sessionKeyed: false })] })).toEqual([]);
    expect(check({ writes: [write({ lifetime: known(after(1)) })] })).toEqual([]);
    expect(check({ writes: [write()] })).toEqual([]);
    expect(check({ writes: [write({ memory: 'local-storage', lifetime: known(neverByDefault) })] })).toEqual([]);
  });

  it('reports an option that the client ignores', () => {
    const lifetime = known({ ends: 'never', because: 'ignored-option', option: 'ex' } as const);
    expect(check({ writes: [write({ lifetime })] })).toEqual(['entryByIgnoredOption']);
  });

  it('says that a plain write takes the expiry away from the same key', () => {
    const login = write({ at: place(3), lifetime: known(after(30)), ...key('session:', 'user.id') });
    const plain = write({ at: place(9), lifetime: known(neverByDefault), ...key('session:', 'id') });
    const [report] = rule.check(facts({ writes: [login, plain] }), rule.defaultOptions);
    expect(report).toMatchObject({ messageId: 'entryLosesExpiry', at: place(9), data: { key: 'session:${id}' }, related: [{ at: place(3) }] });
    expect(check({ writes: [write({ lifetime: known(after(30)), ...key('otp:', 'id') }), plain] })).toEqual(['entryByDefault']);
    expect(check({ writes: [write({ lifetime: known(after(30)), ...key('', 'tokenId') }), write({ lifetime: known(neverByDefault), ...key('', 'chatId') })] })).toEqual(['entryByDefault']);
  });

  it('relates the calls that reach the write through a wrapper', () => {
    const [report] = rule.check(facts({ writes: [write({ lifetime: known(neverByDefault), via: [place(20), place(30)] })] }), rule.defaultOptions);
    expect(report?.related?.map(({ at }) => at)).toEqual([place(20), place(30)]);
  });
});

describe('require-session-expiry: suggestions', () => {
  const suggest = (remedy: NonNullable<Parameters<typeof sessionConfig>[0]>['remedy'], idleMinutes = 30): unknown => {
    const config = sessionConfig({ record: known(neverByDefault), ...(remedy === undefined ? {} : { remedy }) });
    return rule.check(facts({ sessionConfigs: [config] }), { idleMinutes })[0]?.suggestions?.map(({ data, edits }) => [data?.['code'], edits]);
  };

  it('sets the option in the object that is there', () => {
    expect(suggest({ set: ['cookie', 'maxAge'], unit: 'ms', object: place(7) })).toEqual([
      ['cookie: { maxAge: 30 * 60 * 1000 }', [{ edit: 'set-property', object: place(7), path: ['cookie', 'maxAge'], code: '30 * 60 * 1000' }]],
    ]);
  });

  it('adds an options object where there is none', () => {
    expect(suggest({ set: ['EX'], unit: 's', call: place(7), argument: 2 })).toEqual([['EX: 1800', [{ edit: 'add-argument', call: place(7), index: 2, code: '{ EX: 1800 }' }]]]);
  });

  it('appends arguments', () => {
    expect(suggest({ append: 'EX', unit: 's', call: place(7), argument: 2 }, 45)).toEqual([["'EX', 2700", [{ edit: 'add-argument', call: place(7), index: 2, code: "'EX', 2700" }]]]);
  });

  it('removes what makes it endless', () => {
    expect(suggest({ remove: place(7), what: 'disableTTL: true' })).toEqual([['disableTTL: true', [{ edit: 'remove-property', at: place(7) }]]]);
  });

  it('writes hours as hours and suggests nothing where nothing can be edited', () => {
    expect(suggest({ set: ['cookie', 'maxAge'], unit: 'ms', object: place(7) }, 120)).toMatchObject([['cookie: { maxAge: 2 * 60 * 60 * 1000 }', [{}]]]);
    expect(suggest({ set: ['EX'], unit: 's' })).toEqual([]);
    expect(suggest(undefined)).toEqual([]);
  });
});
