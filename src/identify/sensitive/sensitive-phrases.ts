import type { SensitiveKind } from './sensitive.js';

/**
 * Phrases by kind, lower case and without accents; spaces are only for reading. A name is sensitive when it *ends* in
 * one, because the last word says what a compound is: `passwordHash` is a hash, `tokenCount` a count.
 */
export const SENSITIVE_PHRASES: readonly (readonly [SensitiveKind, readonly string[]])[] = [
  ['password', ['password', 'passwd', 'passphrase', 'pass phrase', 'pwd', 'passwort', 'kennwort', 'mot de passe', 'contrasena', 'senha', 'wachtwoord', 'parol', 'userpass', 'db pass', 'login pass']],
  ['password-hash', ['password hash', 'password digest', 'hashed password', 'pwd hash', 'pass hash', 'hash password']],
  ['second-factor', ['totp secret', 'otp secret', 'mfa secret', 'two factor secret', '2fa secret', 'tfa secret', 'authenticator secret', 'auth app secret', 'totp seed', 'otp seed', 'backup code', 'recovery code', 'two factor auth secret', 'otpauth url']],
  ['private-key', ['private key', 'priv key', 'privatekey pem', 'private key pem', 'key pem', 'seed phrase', 'mnemonic', 'mnemonic phrase', 'recovery phrase', 'wallet seed', 'signing key', 'encryption key', 'master key', 'private jwk', 'secret phrase']],
  ['api-key', ['api key', 'access key', 'secret key', 'secret access key', 'api token', 'bot token', 'personal access token', 'service account key', 'open ai key', 'openai key', 'stripe key', 'webhook key']],
  ['secret', ['secret', 'client secret', 'api secret', 'webhook secret', 'shared secret', 'app secret', 'credential secret']],
  ['token', ['access token', 'refresh token', 'id token', 'auth token', 'session token', 'jwt', 'jwt token', 'bearer', 'bearer token', 'login token', 'admin token', 'user token', 'token', 'authorization', 'oauth token', 'token secret']],
  ['card', ['card number', 'card no', 'card num', 'cc number', 'cc num', 'credit card', 'credit card number', 'debit card', 'debit card number', 'cvv', 'cvc', 'cvv2', 'cvc2', 'card security code', 'card cvv', 'card cvc', 'card code', 'card pin', 'card details', 'card data', 'kartennummer', 'kreditkarte']],
  ['bank', ['iban', 'account number', 'bank account', 'bank account number', 'bank account no', 'sort code', 'routing number', 'bank details', 'kontonummer']],
  ['national-id', ['ssn', 'social security number', 'social security', 'national insurance number', 'nino', 'national id', 'national id number', 'passport number', 'passport no', 'tax id', 'cpf', 'aadhaar', 'aadhaar number', 'driving licence number', 'drivers license number', 'driver license number', 'bsn', 'steuernummer', 'codice fiscale', 'identity number', 'id card number']],
  ['health', ['diagnosis', 'diagnoses', 'medical history', 'medical record', 'medical condition', 'medication', 'blood type', 'health condition', 'health data', 'health record', 'health history', 'hiv status', 'mental health', 'prescription', 'disability', 'disabilities', 'nhs number', 'allergy', 'allergies']],
  ['pii', ['email', 'email address', 'e mail address', 'phone', 'phone number', 'telephone', 'telephone number', 'mobile number', 'mobile phone', 'cell phone', 'contact number', 'telefon', 'telefonnummer', 'date of birth', 'birth date', 'birthdate', 'dob', 'birthday', 'geburtsdatum', 'home address', 'street address', 'billing address', 'shipping address', 'delivery address', 'postal address', 'mailing address', 'residential address', 'address line 1', 'address line 2', 'address 1', 'address 2', 'ethnicity', 'religion', 'sexual orientation']],
];
