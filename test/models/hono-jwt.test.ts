import * as hono from 'hono/jwt';
import { describe, expect, it } from 'vitest';

import { honoJwt } from '../../src/models/hono-jwt.js';
import { models } from '../../src/models/index.js';
import { doesToken, isTokenJudgedAnew, saysOfToken, type TokenExperiment } from './token-experiment.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import { sign } from 'hono/jwt';`;

const experiments: readonly TokenExperiment[] = [
  { code: `return sign({ sub: '1' }, 'secret')`, does: 'never' },
  { code: `return sign({ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 }, 'secret')`, does: 3_600_000 },
];

describe('hono/jwt', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, { does }) => {
    expect(await doesToken(code, { ...hono })).toEqual(does);
    expect(saysOfToken(code, PRELUDE)).toBe(does);
  });

  it.each(lifetimeRules(honoJwt))('needs the line %s', (_, place) => {
    expect(experiments.some(({ code }) => isTokenJudgedAnew(code, PRELUDE, withoutRule(models, 'hono-jwt', place)))).toBe(true);
  });
});
