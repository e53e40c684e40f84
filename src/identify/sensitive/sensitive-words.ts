/** First words of flags and of acts: `isPasswordChangeRequired`, `showPassword`, `resetPassword`, `verifyEmail`. */
const FLAG_PREFIXES = [
  'is', 'are', 'was', 'has', 'have', 'had', 'should', 'can', 'did', 'does', 'will', 'must', 'no', 'needs', 'need', 'requires', 'require', 'required', 'use', 'uses', 'with', 'without', 'enable', 'enabled', 'disable', 'disabled',
  'show', 'hide', 'toggle', 'remember', 'forget', 'forgot', 'forgotten', 'lost', 'recover', 'reset', 'change', 'update', 'verify', 'validate', 'check', 'send', 'sent', 'resend', 'skip', 'missing', 'invalid', 'valid', 'allow', 'on', 'handle', 'set', 'clear', 'remove', 'delete', 'compare', 'match', 'matches', 'max', 'min', 'total', 'num', 'count',
];

/** Words before the phrase that take its sting: protected forms, tokens that are no login, keys meant for everybody. */
const HARMLESS_MODIFIERS = [
  'csrf', 'xsrf', 'push', 'device', 'fcm', 'apns', 'page', 'next', 'continuation', 'pagination', 'cursor', 'cancel', 'cancellation', 'abort', 'design', 'theme', 'captcha', 'recaptcha', 'turnstile', 'unsubscribe', 'invite', 'invitation', 'sync', 'map', 'mapbox', 'public', 'publishable', 'anon', 'anonymous', 'site', 'idempotency', 'syntax', 'lexer', 'nft', 'erc',
  'masked', 'redacted', 'obfuscated', 'encrypted', 'sealed', 'encoded', 'hashed', 'hash', 'cipher', 'fake', 'dummy', 'test', 'demo', 'sample', 'storage', 'cache', 'sort', 'primary', 'foreign', 'query', 'column', 'error', 'support', 'noreply', 'company',
];

/** Words that may follow the phrase without changing what it is: `passwordValue`, `email_input`. */
const TRAILING = ['value', 'text', 'string', 'str', 'input', 'raw', 'plain', 'plaintext', 'confirm', 'confirmation', 'repeat', 'again', 'new', 'old', 'current'];

/** Parts of call names that mean that nobody can read the value any more. */
const PROTECTING = ['encrypt', 'encrypted', 'cipher', 'seal', 'hash', 'hmac', 'digest', 'sha', 'md', 'bcrypt', 'argon', 'scrypt', 'pbkdf', 'mask', 'redact', 'obfuscate', 'fingerprint', 'omit'];

/** Calls that give back what they are named after: `getPassword()`, `generatePrivateKey()`. `validatePassword()` does not. */
const YIELDING = ['get', 'fetch', 'read', 'generate', 'create', 'make', 'load', 'decrypt', 'decode', 'prompt', 'ask', 'new', 'issue', 'export', 'to', 'retrieve', 'request', 'obtain', 'build', 'random'];

/** Last words of a value's own name that make it a measure or a test of the sensitive thing. */
const MEASURES = ['length', 'size', 'count', 'valid', 'exists', 'strength', 'score', 'verified', 'required', 'enabled'];

/** Containers whose entries are *about* a field: `errors.password` holds a sentence, `touched.email` a flag. */
const ABOUT_FIELDS = ['error', 'errors', 'validation', 'messages', 'labels', 'touched', 'dirty', 'hints', 'placeholders', 'flags', 'permissions', 'features', 'translations', 'columns', 'rules', 'config', 'policy', 'visible', 'open', 'expanded'];

/** Words for the second factor of a sign-in. */
const SECOND_FACTOR = ['tfa', 'mfa', 'totp', 'hotp', 'otp', 'otpauth', 'authenticator'];

/** The closed word lists of {@link classifySensitive}. */
export const SENSITIVE_WORDS = {
  flagPrefixes: new Set(FLAG_PREFIXES),
  harmlessModifiers: new Set(HARMLESS_MODIFIERS),
  trailing: new Set(TRAILING),
  protecting: new Set(PROTECTING),
  yielding: new Set(YIELDING),
  secondFactor: new Set(SECOND_FACTOR),
  aboutFields: new Set(ABOUT_FIELDS),
  measures: new Set(MEASURES),
} as const;
