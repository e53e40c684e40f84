import { describe, expect, it } from 'vitest';

import type { LibraryModel } from '../../src/models/library-model.js';
import { factsOf } from '../models/facts-of.js';

const REDIS = "import Redis from 'ioredis';\nconst redis = new Redis();\n";

/** What is given, as it stands in the code, with the unit and all known amounts. */
function given(code: string, ...rest: readonly [(readonly LibraryModel[])?, Readonly<Record<string, string>>?]): readonly string[] {
  return factsOf(code, ...rest).durations.map(({ at, unit, amount }) => `${code.slice(...at.range)} [${unit}] ${amount.cases.map((found) => (found.status === 'known' ? found.value : found.status)).join()}`);
}

/** A library that counted in seconds, and counts in milliseconds since version 2. */
const turncoat: LibraryModel = {
  id: 'turncoat', docs: 'https://example.com', packages: ['turncoat'], checkedAgainst: '1, 2',
  writes: [
    { from: { package: 'turncoat' }, path: 'Member[keep].Return', versions: '<2', memory: 'server-record', lifetime: [{ clock: 'record', then: { read: 'Argument[0]', unit: 's', option: 'ttl' } }] },
    { from: { package: 'turncoat' }, path: 'Member[keep].Return', versions: '>=2', memory: 'server-record', lifetime: [{ clock: 'record', then: { read: 'Argument[0]', unit: 'ms', option: 'ttl' } }] },
  ],
};

describe('durations that are given', () => {
  it('gives one fact for one place, however often it is read', () => {
    expect(given("import session from 'express-session';\nconst cookie = { maxAge: 3600 };\nsession({ cookie });\nsession({ cookie });")).toEqual(['3600 [ms] 3600']);
  });

  it('looks for the place at the callers of a wrapper', () => {
    expect(given(`${REDIS}const put = (key, ttl) => redis.set(key, 1, 'EX', ttl);\nput('a', 60 * 5);\nput('b', 20);`)).toEqual(['60 * 5 [s] 300', '20 [s] 20']);
  });

  it('reads what is assigned later, and calls that follow', () => {
    expect(given("import session from 'express-session';\nconst o = { cookie: {} };\no.cookie.maxAge = 5000;\nsession(o);")).toEqual(['5000 [ms] 5000']);
    expect(given(`${REDIS}async function f() { await redis.set(k, v); await redis.expire(k, 7200); }`)).toEqual(['7200 [s] 7200']);
  });

  it('keeps names, factors, comments and moments', () => {
    const [duration] = factsOf(`${REDIS}const DAY = 24 * 60 * 60; // one day\nconst TTL = DAY;\nredis.set(k, v, 'EX', TTL);`).durations;
    expect(duration).toMatchObject({ names: ['TTL', 'DAY'], factors: [24, 60, 60], openProduct: false, comments: ['one day'] });
    expect(factsOf(`${REDIS}redis.set(k, v, 'EX', 1000 * 60 * days); // days`).durations).toMatchObject([{ factors: [1000, 60], openProduct: true, comments: ['days'] }]);
    expect(factsOf(`${REDIS}redis.set(k, v, 'EX', Math.floor(Date.now() / 1000) + 60);`).durations).toMatchObject([{ moment: 's' }]);
  });

  it.each([
    ['an older version', { turncoat: '^1.4.0' }, ['60 [s] 60']],
    ['a newer one', { turncoat: '^2.0.0' }, ['60 [ms] 60']],
    ['either', { turncoat: '>=1' }, []],
    ['an unknown one', undefined, []],
  ])('knows the unit of %s', (_, dependencies, expected) => {
    expect(given("import { keep } from 'turncoat';\nkeep(60);", [turncoat], dependencies)).toEqual(expected);
  });
});
