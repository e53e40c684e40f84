/**
 * What a stored value is, as far as it should not be stored.
 *
 * - `password`, `private-key`, `second-factor`: must not stand in any session
 * - `password-hash`, `secret`, `api-key`, `card`, `bank`, `national-id`, `health`: must not stand in the browser
 * - `pii`: personal data (e-mail, telephone, postal address, birth date)
 * - `token`: carries a login; standards differ on whether the browser's storage may hold it
 */
export type SensitiveKind = 'password' | 'password-hash' | 'card' | 'bank' | 'national-id' | 'health' | 'secret' | 'private-key' | 'api-key' | 'second-factor' | 'pii' | 'token';

/** A value recognised as sensitive. */
export interface Sensitive {
  readonly kind: SensitiveKind;
  /** The words that say so, as a person reads them: `card number`. */
  readonly word: string;
}
