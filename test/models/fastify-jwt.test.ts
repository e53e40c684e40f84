import { describe, expect, it } from 'vitest';

import { fastJwt } from '../../src/models/fast-jwt.js';
import { fastifyJwt } from '../../src/models/fastify-jwt.js';
import { models } from '../../src/models/index.js';
import { sessionPackages } from './session-packages.js';
import { storePackages } from './store-packages.js';
import { doesToken, isTokenJudgedAnew, saysOfToken, type TokenExperiment } from './token-experiment.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const HOUR = 3_600_000;
const FASTIFY = `import jwt from '@fastify/jwt'; import Fastify from 'fastify'; const secret = 'x'.repeat(32);`;
const variables = { Fastify: sessionPackages.fastify, jwt: sessionPackages['@fastify/jwt'], secret: 'x'.repeat(32) };

function signed({ plugin = '', claims = `{ sub: '1' }`, given = '' }: { readonly plugin?: string; readonly claims?: string; readonly given?: string }): string {
  return `const app = Fastify(); await app.register(jwt, { secret${plugin} }); return app.jwt.sign(${claims}${given})`;
}

/** What a handler answers with. */
function answered({ plugin = '', given = '' }: { readonly plugin?: string; readonly given?: string }): string {
  return `const app = Fastify(); await app.register(jwt, { secret${plugin} }); app.get('/', async (request, reply) => reply.jwtSign({ sub: '1' }${given})); return (await app.inject('/')).body`;
}

const BY_PLUGIN = `, sign: { expiresIn: '2h' }`;

const experiments: readonly TokenExperiment[] = [
  { code: signed({}), does: 'never' },
  { code: signed({ given: ', {}' }), does: 'never' },
  { code: signed({ given: ', { expiresIn: 3600 }' }), does: HOUR },
  { code: signed({ given: `, { expiresIn: '1h' }` }), does: HOUR },
  // Digits in a text are milliseconds.
  { code: signed({ given: `, { expiresIn: '3600000' }` }), does: HOUR },
  { code: signed({ given: `, { expiresIn: 'soon' }` }), does: 'throws', says: 'unknown' },
  { code: signed({ plugin: BY_PLUGIN }), does: 2 * HOUR },
  { code: signed({ plugin: ', sign: { expiresIn: 7200 }' }), does: 2 * HOUR },
  { code: signed({ plugin: BY_PLUGIN, given: ', { expiresIn: 3600 }' }), does: HOUR },
  { code: signed({ plugin: BY_PLUGIN, given: ', { expiresIn: undefined }' }), does: 2 * HOUR },
  { code: signed({ plugin: ', sign: { iss: "us" }' }), does: 'never' },
  { code: signed({ claims: `{ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 }` }), does: HOUR },
  { code: signed({ plugin: BY_PLUGIN, claims: `{ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 }` }), does: 2 * HOUR },
  { code: answered({}), does: 'never' },
  { code: answered({ given: ', { expiresIn: 3600 }' }), does: HOUR },
  { code: answered({ given: `, { sign: { expiresIn: '1h' } }` }), does: HOUR },
  { code: answered({ plugin: BY_PLUGIN }), does: 2 * HOUR },
  { code: answered({ plugin: BY_PLUGIN, given: ', { expiresIn: 3600 }' }), does: HOUR },
  { code: `const app = Fastify(); await app.register(jwt, { secret }); app.get('/', async (request, reply) => reply.jwtSign({ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 })); return (await app.inject('/')).body`, does: HOUR },
];

describe('@fastify/jwt', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, { does, says }) => {
    expect(await doesToken(code, variables)).toEqual(does);
    expect(saysOfToken(code, FASTIFY)).toBe(says ?? does);
  });

  it('does not know the default where the plugin is registered elsewhere', () => {
    expect(saysOfToken(`return app.jwt.sign({ sub: '1' })`, `import type { FastifyInstance } from 'fastify'; declare const app: FastifyInstance;`)).toBe('unknown');
  });

  it.each(lifetimeRules(fastifyJwt).filter(([, { kind }]) => kind === 'writes'))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'fastify-jwt', place);
    expect(experiments.some(({ code }) => isTokenJudgedAnew(code, FASTIFY, reduced))).toBe(true);
  });
});

describe('fast-jwt', () => {
  const PRELUDE = `import { createSigner } from 'fast-jwt'; const key = 'x'.repeat(32);`;
  const given = { ...(storePackages['fast-jwt'] as Readonly<Record<string, unknown>>), key: 'x'.repeat(32) };
  const own: readonly TokenExperiment[] = [
    { code: `return createSigner({ key })({ sub: '1' })`, does: 'never' },
    { code: `return createSigner({ key, expiresIn: 3600000 })({ sub: '1' })`, does: HOUR },
    { code: `return createSigner({ key, expiresIn: '1h' })({ sub: '1' })`, does: HOUR },
    { code: `return createSigner({ key, expiresIn: '3600000' })({ sub: '1' })`, does: HOUR },
    { code: `return createSigner({ key })({ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 })`, does: HOUR },
    { code: `return createSigner({ key, expiresIn: '2h' })({ sub: '1', exp: Math.floor(Date.now() / 1000) + 3600 })`, does: 2 * HOUR },
  ];

  it.each(own.map((one) => [one.code, one] as const))('%s', async (code, { does, says }) => {
    expect(await doesToken(code, given)).toEqual(does);
    expect(saysOfToken(code, PRELUDE)).toBe(says ?? does);
  });

  it.each(lifetimeRules(fastJwt))('needs the line %s', (_, place) => {
    expect(own.some(({ code }) => isTokenJudgedAnew(code, PRELUDE, withoutRule(models, 'fast-jwt', place)))).toBe(true);
  });
});
