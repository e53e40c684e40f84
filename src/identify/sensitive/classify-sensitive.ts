import type { ValueTraits } from '../../facts/index.js';
import { toWords } from '../fields/to-words.js';
import { findSensitivePhrase } from './find-sensitive-phrase.js';
import { SENSITIVE_WORDS } from './sensitive-words.js';
import type { Sensitive } from './sensitive.js';

/** A key in the source that begins like this is one, whatever its name: PEM blocks, live payment keys, cloud access keys. */
const SECRET_LITERALS: readonly (readonly [RegExp, Sensitive])[] = [
  [/^-----BEGIN [A-Z ]*PRIVATE KEY-----/u, { kind: 'private-key', word: 'private key' }],
  [/^(?:sk|rk)_live_\w{8}/u, { kind: 'api-key', word: 'api key' }],
  [/^(?:AKIA|ASIA)[A-Z\d]{16}$/u, { kind: 'api-key', word: 'access key' }],
  [/^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\./u, { kind: 'token', word: 'jwt' }],
];

/** The libraries whose `generateSecret()` makes the seed of one-time passwords. */
const ONE_TIME_PASSWORD_WORDS = new Set(['speakeasy', 'authenticator', 'otplib', 'totp', 'otp', 'otpauth', 'notp']);

/** Secrets that do not say of what. */
const PLAIN_SECRETS = new Set(['secret', 'secret key', 'shared secret']);

function classifyLiteral(literal: string | number | boolean | null): Sensitive | undefined {
  if (typeof literal !== 'string') return undefined;
  return SECRET_LITERALS.find(([pattern]) => pattern.test(literal))?.[1];
}

/** `user:42:password` and `session.user.authAppSecret`: the last segment counts, the one before completes it (`card.number`). */
function classifyName(names: readonly string[]): Sensitive | undefined {
  const segments = names.flatMap((name) => name.split(/[.[\]:/]+/u)).filter((segment) => segment !== '' && segment !== '*' && segment !== '**');
  const leaf = segments.at(-1);
  if (leaf === undefined || segments.slice(0, -1).some((segment) => toWords(segment).some((word) => SENSITIVE_WORDS.aboutFields.has(word)))) return undefined;
  const words = toWords(leaf);
  const alone = findSensitivePhrase(words);
  if (alone !== undefined || words.length > 1) return alone;
  return findSensitivePhrase([...toWords(segments.at(-2) ?? ''), ...words]);
}

function classifyResult(result: readonly string[]): Sensitive | undefined {
  const words = result.map((name) => toWords(name));
  const last = words.at(-1) ?? [];
  if (last.at(-1) === 'sign' && words.flat().some((word) => word === 'jwt' || word === 'jsonwebtoken')) return { kind: 'token', word: 'jwt' };
  if (!SENSITIVE_WORDS.yielding.has(last[0] ?? '')) return undefined;
  const found = findSensitivePhrase(last.slice(1));
  const seedsOneTimePasswords = found?.kind === 'secret' && words.flat().some((word) => ONE_TIME_PASSWORD_WORDS.has(word));
  return seedsOneTimePasswords ? { kind: 'second-factor', word: 'totp secret' } : found;
}

/** `session.mfa.tempSecret` and `session.tfaEnabled = secretKey`: a secret of what the names call a second factor. */
function ofSecondFactor(found: Sensitive | undefined, names: readonly string[], value: ValueTraits): Sensitive | undefined {
  if (found === undefined || !PLAIN_SECRETS.has(found.word)) return found;
  const words = [...names, ...value.names].map((name) => toWords(name));
  const isSecondFactor = words.some((one) => one.some((word) => SENSITIVE_WORDS.secondFactor.has(word)) || /(?:two|second)factor|2fa/u.test(one.join('')));
  return isSecondFactor ? { kind: 'second-factor', word: 'second-factor secret' } : found;
}

function isMeasure(name: string | undefined): boolean {
  const words = toWords(name ?? '');
  const first = words[0] ?? '';
  return ['is', 'has', 'should', 'can', 'needs'].includes(first) || SENSITIVE_WORDS.measures.has(words.at(-1) ?? '') || name === 'undefined';
}

/** `user.id` under a key that speaks of a password is an id all the same; `nationalId` says itself what it is. */
function isId(name: string | undefined): boolean {
  return name !== undefined && ['id', 'uid', 'uuid', 'guid'].includes(toWords(name).join(''));
}

/** A call that only tests the value: `validatePassword(x)`, `Boolean(token)`, `users.some(…)`. */
function isTest(result: readonly string[] | undefined): boolean {
  const words = toWords(result?.at(-1) ?? '');
  return ['validate', 'verify', 'check', 'compare', 'is', 'has', 'includes', 'test', 'some', 'every', 'boolean', 'matches'].includes(words[0] ?? '');
}

function isProtected(through: readonly string[]): boolean {
  return through.some((name) => toWords(name).some((word) => SENSITIVE_WORDS.protecting.has(word)));
}

/**
 * What kind of sensitive value is stored under `names` (a property path or a storage key), judged by whole words of
 * the key, then of the value's own name and of the call that made it. Looks at the value itself, not at its properties.
 *
 * Literal flags, numbers and `null` are never sensitive, nor are values that were encrypted, sealed or masked on the way;
 * a hashed password is a `password-hash`.
 */
export function classifySensitive(names: readonly string[], value: ValueTraits): Sensitive | undefined {
  if (value.literal !== undefined) return classifyLiteral(value.literal);
  if (isMeasure(value.names.at(-1)) || isId(value.names.at(-1)) || isTest(value.result)) return undefined;
  const found = ofSecondFactor(classifyName(names) ?? classifyName(value.names) ?? classifyResult(value.result ?? []), names, value);
  const through = [...value.through, ...(value.result ?? [])];
  if (found === undefined || !isProtected(through)) return found;
  const hashed = found.kind === 'password' && through.some((name) => toWords(name).some((word) => word === 'hash' || word === 'bcrypt'));
  return hashed ? { kind: 'password-hash', word: 'password hash' } : undefined;
}
