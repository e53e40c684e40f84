import { describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { jsonwebtoken } from '../../src/models/jsonwebtoken.js';
import { storePackages } from './store-packages.js';
import { doesToken, isTokenJudgedAnew, saysOfToken, type TokenExperiment } from './token-experiment.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import jwt from 'jsonwebtoken';`;
const variables = { jwt: storePackages.jsonwebtoken };
const HOUR = 3_600_000;

const experiments: readonly TokenExperiment[] = [
  { code: `return jwt.sign({ sub: '1' }, 'secret')`, does: 'never' },
  { code: `return jwt.sign({ sub: '1' }, 'secret', {})`, does: 'never' },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { algorithm: 'HS256' })`, does: 'never' },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: 3600 })`, does: HOUR },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: '1h' })`, does: HOUR },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: '3600s' })`, does: HOUR },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: '2 days' })`, does: 48 * HOUR },
  // Digits in a text are milliseconds.
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: '3600000' })`, does: HOUR },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: 3600000 })`, does: 1000 * HOUR },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: 0 })`, does: 0 },
  { code: `return jwt.sign({ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 }, 'secret')`, does: HOUR },
  { code: `return jwt.sign({ sub: '1', exp: Date.now() + 3600 }, 'secret')`, does: expect.any(Number) as number, says: 'unknown' },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: undefined })`, does: 'throws', says: 'unknown' },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: Infinity })`, does: 'throws', says: 'unknown' },
  { code: `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: 'soon' })`, does: 'throws', says: 'unknown' },
  { code: `return new Promise((done) => jwt.sign({ sub: '1' }, 'secret', (error, token) => done(token)))`, does: 'never' },
  { code: `return new Promise((done) => jwt.sign({ sub: '1' }, 'secret', { expiresIn: '1h' }, (error, token) => done(token)))`, does: HOUR },
];

describe('jsonwebtoken', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, { does, says }) => {
    expect(await doesToken(code, variables)).toEqual(does);
    expect(saysOfToken(code, PRELUDE)).toBe(says ?? does);
  });

  it('rounds what ends within the second down', async () => {
    const code = `return jwt.sign({ sub: '1' }, 'secret', { expiresIn: '100' })`;
    expect(await doesToken(code, variables)).toBe(0);
    expect(saysOfToken(code, PRELUDE)).toBe(100);
  });

  it.each(lifetimeRules(jsonwebtoken))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'jsonwebtoken', place);
    expect(experiments.some(({ code }) => isTokenJudgedAnew(code, PRELUDE, reduced))).toBe(true);
  });

  it('takes what a suggestion writes', async () => {
    expect(jsonwebtoken.writes?.[0]?.remedy).toEqual({ set: ['expiresIn'], unit: 'text', argument: 2 });
    expect(await doesToken(`return jwt.sign({ sub: '1' }, 'secret', { expiresIn: '30m' })`, variables)).toBe(HOUR / 2);
  });
});
