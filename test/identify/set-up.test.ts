import { describe, expect, it } from 'vitest';

import { factsOf } from '../models/facts-of.js';

const PRELUDE = `import Fastify from 'fastify'; import jwt from '@fastify/jwt'; const app = Fastify();`;
const SIGN = `export const token = app.jwt.sign({ sub: '1' });`;

function lifetimeWith(...setUps: readonly string[]): unknown {
  const { writes } = factsOf([PRELUDE, ...setUps, SIGN].join('\n'));
  return writes[0]?.lifetime?.cases.map((one) => (one.status === 'known' ? (one.value.ends === 'after' ? one.value.ms : one.value.ends) : one.status));
}

describe('what a call takes from where its library is set up', () => {
  it.each([
    ['one that says it', [`app.register(jwt, { sign: { expiresIn: '15m' } });`], [900_000]],
    ['one that does not', [`app.register(jwt, { secret: 'x' });`], ['never']],
    ['one with options that are not seen', [`app.register(jwt, JSON.parse(process.env.JWT));`], ['unknown', 'unknown']],
    ['none', [], ['unknown', 'never']],
    ['several that do not', [`app.register(jwt, { namespace: 'a' });`, `app.register(jwt, { namespace: 'b' });`], ['never']],
    ['several that disagree', [`app.register(jwt, { sign: { expiresIn: '15m' } });`, `app.register(jwt, { sign: { expiresIn: '7d' } });`], ['unknown', 'never']],
    ['several of which one does not', [`app.register(jwt, { sign: { expiresIn: '15m' } });`, `app.register(jwt, { namespace: 'b' });`], ['unknown', 'never']],
  ])('%s', (_, setUps, expected) => {
    expect(lifetimeWith(...setUps)).toEqual(expected);
  });
});
