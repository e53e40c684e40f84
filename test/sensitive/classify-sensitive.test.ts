import { describe, expect, it } from 'vitest';

import type { ValueTraits } from '../../src/facts/index.js';
import { classifySensitive } from '../../src/identify/sensitive/classify-sensitive.js';

function traits(over: Partial<ValueTraits> = {}): ValueTraits {
  return { names: [], types: [], properties: [], through: [], ...over };
}

function kindOf(name: string, over: Partial<ValueTraits> = {}): string | undefined {
  return classifySensitive(name.split('.'), traits(over))?.kind;
}

describe('classifySensitive', () => {
  it.each([
    ['password', 'password'], ['user_password', 'password'], ['newPassword', 'password'], ['passwordConfirm', 'password'], ['PASSWORD2', 'password'], ['pwd', 'password'], ['login.passwort', 'password'],
    ['passwordHash', 'password-hash'], ['hashedPassword', 'password-hash'], ['cardNumber', 'card'], ['card.number', 'card'], ['cvv2', 'card'], ['creditCard', 'card'], ['iban', 'bank'], ['sort-code', 'bank'],
    ['ssn', 'national-id'], ['userSSN', 'national-id'], ['passportNumber', 'national-id'], ['medicalHistory', 'health'], ['diagnoses', 'health'],
    ['clientSecret', 'secret'], ['privateKey', 'private-key'], ['sshPrivateKeys', 'private-key'], ['mnemonic', 'private-key'], ['apiKey', 'api-key'], ['OPENAI_API_KEY', 'api-key'], ['botToken', 'api-key'],
    ['totpSecret', 'second-factor'], ['user.authAppSecret', 'second-factor'], ['2fa_secret', 'second-factor'], ['backupCodes', 'second-factor'],
    ['accessToken', 'token'], ['refresh_token', 'token'], ['jwt', 'token'], ['auth.token', 'token'],
    ['email', 'pii'], ['user:42:email', 'pii'], ['rememberedEmail', 'pii'], ['phoneNumber', 'pii'], ['shippingAddress', 'pii'], ['checkout.addressLine1', 'pii'], ['dateOfBirth', 'pii'],
  ])('%s is %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  it.each([
    'isPasswordChangeRequired', 'passwordResetSent', 'hasPassword', 'showPassword', 'resetPassword', 'forgotPassword', 'forget-password', 'lost-password', 'recoverPassword', 'passwordless', 'passwordPolicy', 'passwordStrength', 'password.length',
    'tokenCount', 'maxTokens', 'tokens', 'csrfToken', 'xsrf-token', 'pushToken', 'fcm_token', 'pageToken', 'cancelToken', 'captchaToken', 'tokenExpiry', 'designToken',
    'encryptedPassword', 'maskedCardNumber', 'cardId', 'cardHolderCount', 'publicKey', 'storageKey', 'sortKey', 'SSO_ATTEMPTED_KEY', 'secretSanta',
    'emailVerified', 'emailSent', 'verifyEmail', 'supportEmail', 'emailTemplate', 'errors.password', 'touched.email', 'address', 'walletAddress', 'ipAddress', 'name', 'userId', 'theme', 'cart', 'mobile', 'pan', 'compass', 'keyboard', 'constructor', '__proto__',
  ])('%s is not sensitive', (name) => {
    expect(kindOf(name)).toBeUndefined();
  });

  it.each([true, false, 0, 42, null, '', '1', 'true', 'hunter2'])('a literal %j is never a secret', (literal) => {
    expect(kindOf('password', { literal })).toBeUndefined();
  });

  it('knows literals that are keys by themselves', () => {
    expect(kindOf('config', { literal: ['-----BEGIN RSA', 'PRIVATE KEY-----\nMIIB'].join(' ') })).toBe('private-key');
    expect(kindOf('billing', { literal: ['sk', 'live', '0123456789abcdef'].join('_') })).toBe('api-key');
  });

  it('reads the name of the value where the key says nothing', () => {
    expect(kindOf('draft', { names: ['req', 'body', 'password'] })).toBe('password');
    expect(kindOf('last', { names: ['form', 'card', 'number'] })).toBe('card');
    expect(kindOf('draft', { names: ['errors', 'email'] })).toBeUndefined();
    expect(kindOf('draft', { names: ['req', 'body'] })).toBeUndefined();
  });

  it('is silent about tests and measures of a secret', () => {
    expect(kindOf('password', { names: ['form', 'isValid'] })).toBeUndefined();
    expect(kindOf('password', { names: ['password', 'length'] })).toBeUndefined();
    expect(kindOf('password', { result: ['validatePassword'] })).toBeUndefined();
    expect(kindOf('token', { result: ['Boolean'] })).toBeUndefined();
    expect(kindOf('email', { names: ['undefined'] })).toBeUndefined();
  });

  it('is silent about ids, whatever the key says', () => {
    expect(kindOf('password', { names: ['user', 'id'] })).toBeUndefined();
    expect(kindOf('email', { names: ['account', '_id'] })).toBeUndefined();
    expect(kindOf('person', { names: ['form', 'nationalId'] })).toBe('national-id');
  });

  it('reads what a call gives back', () => {
    expect(kindOf('value', { result: ['vault', 'getPassword'] })).toBe('password');
    expect(kindOf('value', { result: ['forge', 'generatePrivateKey'] })).toBe('private-key');
    expect(kindOf('value', { result: ['speakeasy', 'generateSecret'] })).toBe('second-factor');
    expect(kindOf('value', { result: ['jwt', 'sign'] })).toBe('token');
    expect(kindOf('value', { result: ['resetPassword'] })).toBeUndefined();
  });

  it('is silent about protected values, but a hash of a password stays one', () => {
    expect(kindOf('cardNumber', { through: ['encrypt'] })).toBeUndefined();
    expect(kindOf('email', { through: ['sha256'] })).toBeUndefined();
    expect(kindOf('state', { names: ['password'], through: ['JSON.stringify', 'sealData'] })).toBeUndefined();
    expect(kindOf('password', { names: ['password'], through: ['bcrypt.hash'] })).toBe('password-hash');
  });

  it('looks at the end of a name, however long it is', () => {
    const start = performance.now();
    expect(kindOf(`${'lorem_'.repeat(50_000)}password`)).toBe('password');
    expect(kindOf(`is_${'lorem_'.repeat(50_000)}password`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
