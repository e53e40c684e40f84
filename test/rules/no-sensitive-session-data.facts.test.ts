import { describe, expect, it } from 'vitest';

import { noSensitiveSessionData as rule } from '../../rules/no-sensitive-session-data.js';
import type { Write } from '../../src/facts/index.js';
import type { Report } from '../../src/rule.js';
import { facts, known, place, traits, write } from './hand-made-facts.js';

function check(over: Partial<Write>, options = rule.defaultOptions): readonly Report[] {
  return rule.check(facts({ writes: [write({ library: 'web-storage', memory: 'local-storage', sessionKeyed: false, ...over })] }), options);
}

function ids(over: Partial<Write>, options = rule.defaultOptions): string[] {
  return check(over, options).map(({ messageId, severity }) => `${messageId} ${severity}`);
}

const strict = { ...rule.defaultOptions, ...rule.strictOptions };

describe('no-sensitive-session-data', () => {
  it.each(['local-storage', 'session-storage', 'indexed-db'] as const)('reports card data in %s', (memory) => {
    expect(ids({ memory, path: ['cardNumber'], value: traits({ names: ['form', 'cardNumber'] }) })).toEqual(['inBrowser error']);
  });

  it('tells cookies by who can read them', () => {
    const hidden = { memory: 'cookie', httpOnly: known(true) } as const;
    const readable = { memory: 'cookie', httpOnly: known(false) } as const;
    const unknown = { memory: 'cookie', httpOnly: { cases: [{ status: 'unknown', why: 'dynamic' }] } } as const;
    const sealed = { memory: 'cookie', sealed: true } as const;
    for (const over of [hidden, unknown, { memory: 'cookie' } as const]) {
      expect(ids({ ...over, path: ['cardNumber'] })).toEqual(['inCookie error']);
      expect(ids({ ...over, path: ['email'] })).toEqual([]);
      expect(ids({ ...over, path: ['accessToken'] }, strict)).toEqual([]);
    }
    expect(ids({ ...readable, path: ['cardNumber'] })).toEqual(['inBrowser error']);
    expect(ids({ ...readable, path: ['email'] })).toEqual(['inBrowser warn']);
    expect(ids({ ...readable, path: ['accessToken'] }, strict)).toEqual(['tokenInBrowser info']);
    expect(ids({ ...sealed, path: ['cardNumber'] })).toEqual([]);
    expect(ids({ ...sealed, path: ['password'] })).toEqual(['inSession error']);
  });

  it('reports personal data in web storage, not in cookies or on the server', () => {
    expect(ids({ path: ['email'] })).toEqual(['inBrowser warn']);
    expect(ids({ memory: 'session-storage', path: ['email'] })).toEqual(['inBrowser warn']);
    expect(ids({ memory: 'cookie', path: ['email'] })).toEqual([]);
    expect(ids({ memory: 'server-session', path: ['email'] })).toEqual([]);
    expect(ids({ memory: 'flow-state', path: ['email'] })).toEqual([]);
  });

  it.each(['password', 'privateKey', 'totpSecret'])('reports %s in every session', (name) => {
    for (const memory of ['server-session', 'flow-state', 'server-record'] as const) expect(ids({ memory, sessionKeyed: true, path: [name] })).toEqual(['inSession error']);
    expect(ids({ memory: 'server-record', sessionKeyed: false, path: [name] })).toEqual([]);
  });

  it.each(['passwordHash', 'accessToken', 'tokenSecret', 'clientSecret', 'cardNumber'])('lets the server session hold %s', (name) => {
    expect(ids({ memory: 'server-session', path: [name] })).toEqual([]);
  });

  it('reports hashes on the client', () => {
    expect(ids({ path: ['passwordHash'] })).toEqual(['inBrowser error']);
  });

  it('reports tokens in web storage only when told to', () => {
    expect(ids({ path: ['accessToken'] })).toEqual([]);
    expect(ids({ path: ['accessToken'] }, strict)).toEqual(['tokenInBrowser info']);
    expect(ids({ memory: 'cookie', path: ['accessToken'] }, strict)).toEqual([]);
  });

  it('names the property of a stored object and offers to leave it out', () => {
    const value = traits({
      through: ['JSON.stringify'],
      properties: [
        { path: ['theme'], value: traits({ names: ['theme'] }), at: place(10) },
        { path: ['contact', 'email'], value: traits({ names: ['form', 'email'] }), at: place(11) },
        { path: ['card'], value: traits({ properties: [{ path: ['number'], value: traits(), at: place(12) }] }), at: place(13) },
      ],
    });
    const reports = check({ path: ['checkout'], value, at: { file: place(1).file, range: [place(1).range[0], place(14).range[1]] } });
    expect(reports.map(({ at, data }) => [at, data?.['name']])).toEqual([[place(11), 'checkout.contact.email'], [place(12), 'checkout.card.number']]);
    expect(reports[0]).toMatchObject({ related: [{ message: 'It is stored by this write.' }], suggestions: [{ messageId: 'dropProperty', data: { name: 'email' }, edits: [{ edit: 'remove-property', at: place(11) }] }] });
  });

  it('offers nothing for an object with a name, which may be sent elsewhere too', () => {
    const value = traits({ through: ['JSON.stringify'], properties: [{ path: ['email'], value: traits({ names: ['form', 'email'] }), at: place(11) }] });
    expect(check({ path: ['checkout'], value })).toMatchObject([{ at: place(11), related: [{ at: place(1) }], suggestions: [] }]);
  });

  it('tells what was assigned before at the write, once', () => {
    const value = traits({ through: ['JSON.stringify'], properties: [{ path: ['deliveryAddress'], value: traits({ names: ['action', 'payload'] }), at: place(1) }] });
    const [report] = check({ path: ['basket'], value });
    expect(report).toMatchObject({ at: place(1), suggestions: [] });
    expect(report).not.toHaveProperty('related');
  });

  it('is silent about objects that are sealed as a whole', () => {
    expect(ids({ path: ['draft'], value: traits({ through: ['JSON.stringify', 'encrypt'], properties: [{ path: ['password'], value: traits(), at: place(9) }] }) })).toEqual([]);
  });

  it('is silent about flags, literals and cleared values', () => {
    expect(ids({ path: ['password'], value: traits({ literal: '1' }) })).toEqual([]);
    expect(ids({ memory: 'server-session', path: ['password'], value: traits({ literal: null }) })).toEqual([]);
    expect(ids({ memory: 'server-session', path: ['isPasswordChangeRequired'] })).toEqual([]);
    expect(ids({ memory: 'server-session', path: ['errors', 'password'], value: traits({ names: ['message'] }) })).toEqual([]);
  });

  it('reports whole users of unknown contents in strict only', () => {
    const value = traits({ names: ['response', 'data', 'user'], through: ['JSON.stringify'] });
    expect(ids({ path: ['user'], value })).toEqual([]);
    expect(ids({ path: ['user'], value }, strict)).toEqual(['wholeUser info']);
    expect(ids({ path: ['user'], value: traits({ names: ['user', 'id'] }) }, strict)).toEqual([]);
    expect(ids({ memory: 'server-session', path: ['user'], value }, strict)).toEqual([]);
  });

  it('is silent in tests', () => {
    expect(ids({ at: place(1, 'test/login.ts'), path: ['password'] })).toEqual([]);
  });
});
