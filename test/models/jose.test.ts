import * as realJose from 'jose';
import { describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { jose } from '../../src/models/jose.js';
import { doesToken, isTokenJudgedAnew, saysOfToken, type TokenExperiment } from './token-experiment.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import { EncryptJWT, SignJWT, UnsecuredJWT } from 'jose';\nconst key = new Uint8Array(32);`;
const variables = { ...realJose, key: new Uint8Array(32) };
const HOUR = 3_600_000;
const START = `new SignJWT({ sub: '1' }).setProtectedHeader({ alg: 'HS256' })`;

const experiments: readonly TokenExperiment[] = [
  { code: `return ${START}.sign(key)`, does: 'never' },
  { code: `return ${START}.setIssuedAt().setSubject('2').sign(key)`, does: 'never' },
  { code: `return ${START}.setExpirationTime('1h').sign(key)`, does: HOUR },
  { code: `return ${START}.setExpirationTime('+ 60 minutes').sign(key)`, does: HOUR },
  { code: `return ${START}.setExpirationTime('1 hour from now').sign(key)`, does: HOUR },
  { code: `return ${START}.setExpirationTime('1 hr').setIssuedAt().sign(key)`, does: HOUR },
  { code: `return ${START}.setExpirationTime('+1 hour from now').sign(key)`, does: 'throws', says: 'unknown' },
  { code: `return ${START}.setExpirationTime('3600').sign(key)`, does: 'throws', says: 'unknown' },
  { code: `return ${START}.setExpirationTime('3600 ms').sign(key)`, does: 'throws', says: 'unknown' },
  { code: `return ${START}.setExpirationTime(new Date(Date.now() + 3600 * 1000)).sign(key)`, does: HOUR },
  { code: `return ${START}.setExpirationTime(Math.floor(Date.now() / 1000) + 3600).sign(key)`, does: HOUR },
  // A bare number is a moment of the year 1970.
  { code: `return ${START}.setExpirationTime(3600).sign(key)`, does: 0, says: 'unknown' },
  { code: `const token = ${START}; token.setExpirationTime('1h'); return token.sign(key)`, does: HOUR },
  { code: `const token = ${START}; token.setIssuedAt(); return token.sign(key)`, does: 'never' },
  { code: `const later = (token) => token.setExpirationTime('1h'); const token = ${START}; later(token); return token.sign(key)`, does: HOUR, says: 'unknown' },
  { code: `return new SignJWT({ exp: Math.floor(Date.now() / 1000) + 3600 }).setProtectedHeader({ alg: 'HS256' }).sign(key)`, does: HOUR },
  { code: `return new SignJWT({ exp: Math.floor(Date.now() / 1000) + 60 }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key)`, does: HOUR },
  { code: `return new UnsecuredJWT({ sub: '1' }).encode()`, does: 'never' },
  { code: `return new UnsecuredJWT({ sub: '1' }).setExpirationTime('1h').encode()`, does: HOUR },
  { code: `return new UnsecuredJWT({ exp: Math.floor(Date.now() / 1000) + 3600 }).encode()`, does: HOUR },
];

/** What is encrypted is opened again to see when it ends. */
const OPENED = `return new UnsecuredJWT((await jwtDecrypt(await token, key)).payload).encode()`;
const ENCRYPT = `.setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })`;
const encrypted: readonly TokenExperiment[] = [
  { code: `const token = new EncryptJWT({ sub: '1' })${ENCRYPT}.encrypt(key)`, does: 'never' },
  { code: `const token = new EncryptJWT({ sub: '1' })${ENCRYPT}.setExpirationTime('1h').encrypt(key)`, does: HOUR },
  { code: `const token = new EncryptJWT({ exp: Math.floor(Date.now() / 1000) + 3600 })${ENCRYPT}.encrypt(key)`, does: HOUR },
];

describe('jose', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (code, { does, says }) => {
    expect(await doesToken(code, variables)).toBe(does);
    expect(saysOfToken(code, PRELUDE)).toBe(says ?? does);
  });

  it.each(encrypted.map((one) => [one.code, one] as const))('%s', async (code, { does }) => {
    expect(await doesToken(`${code}; ${OPENED}`, variables)).toBe(does);
    expect(saysOfToken(code, PRELUDE)).toBe(does);
  });

  it.each(lifetimeRules(jose))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'jose', place);
    expect([...experiments, ...encrypted].some(({ code }) => isTokenJudgedAnew(code, PRELUDE, reduced))).toBe(true);
  });

  it('takes what a suggestion writes', async () => {
    expect(jose.writes?.[0]?.remedy).toEqual({ chain: 'setExpirationTime', unit: 'text' });
    expect(await doesToken(`return new SignJWT({ sub: '1' }).setExpirationTime('30m').setProtectedHeader({ alg: 'HS256' }).sign(key)`, variables)).toBe(HOUR / 2);
  });
});
