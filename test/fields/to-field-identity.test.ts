import { describe, expect, it } from 'vitest';

import { FIELD_MEANINGS } from '../../src/identify/fields/field-meanings.js';
import { toFieldIdentity } from '../../src/identify/fields/to-field-identity.js';

/** The 54 autofill field names of the HTML standard. */
const AUTOFILL = `name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password
current-password one-time-code organization-title organization street-address address-line1 address-line2 address-line3
address-level4 address-level3 address-level2 address-level1 country country-name postal-code cc-name cc-given-name
cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type transaction-currency
transaction-amount language bday bday-day bday-month bday-year sex url photo tel tel-country-code tel-national tel-area-code
tel-local tel-local-prefix tel-local-suffix tel-extension email impp`.split(/\s+/u);

function describeField(...names: string[]): string | undefined {
  const field = toFieldIdentity(names);
  return field === undefined ? undefined : [...field.qualifiers, field.meaning].join(' ') + (field.strong ? '' : '?');
}

describe('toFieldIdentity', () => {
  it.each(AUTOFILL)('knows the autofill token %s', (token) => {
    expect(AUTOFILL).toHaveLength(54);
    expect(toFieldIdentity([token])?.meaning).toBe(token);
  });

  it('has no phrase that two meanings claim', () => {
    const owners = new Map<string, string>();
    const clashes = Object.entries(FIELD_MEANINGS).flatMap(([meaning, phrases]) => phrases.flatMap((phrase) => {
      const owner = owners.get(phrase.replaceAll(' ', ''));
      owners.set(phrase.replaceAll(' ', ''), meaning);
      return owner === undefined ? [] : [`${phrase}: ${owner}, ${meaning}`];
    }));
    expect(clashes).toEqual([]);
  });

  it.each([
    ['emailAddress', 'email'], ['e-mail', 'email'], ['E_MAIL', 'email'], ['userEmail', 'email'], ['your-email', 'email'], ['adresseEmail', 'email'], ['txtEmail', 'email'],
    ['phone_number', 'tel'], ['telephone', 'tel'], ['Telefonnummer', 'tel'], ['dateOfBirth', 'bday'], ['dob', 'bday'], ['Geburtsdatum', 'bday'], ['prénom', 'given-name'], ['voornaam', 'given-name'],
    ['firstname', 'given-name'], ['apellido', 'family-name'], ['Straße', 'street-address'], ['plz', 'postal-code'], ['codigoPostal', 'postal-code'], ['gorod', 'address-level2'],
    ['addressLine1', 'address-line1'], ['street2', 'address-line2'], ['company', 'organization'], ['jobTitle', 'organization-title'], ['cvv', 'cc-csc'], ['niNumber', 'ni number'],
  ])('%s is %s', (name, meaning) => {
    expect(describeField(name)?.replace('?', '')).toBe(meaning);
  });

  it.each([
    [['user', 'email'], 'email'], [['billing[email]'], 'billing email'], [['shipping', 'address', 'city'], 'shipping address-level2'],
    [['req', 'session', 'journey', 'email'], 'email'], [['passengers[0].email'], '0 passenger email'], [['dateOfBirth', 'day'], 'bday-day'], [['dateOfBirth-year'], 'bday-year'],
    [['card', 'number'], 'cc-number'], [['company', 'name'], 'organization'], [['journey', 'search', 'surname'], 'family-name'], [['section-blue shipping street-address'], 'shipping street-address'],
  ])('%j is %s', (names, expected) => {
    expect(describeField(...names)).toBe(expected);
  });

  it.each([
    ['applicantName', 'applicant name'], ['emergencyContactPhone', 'emergency tel'], ['homePhone', 'home tel'], ['mobile', 'mobile tel'], ['mobileNumber', 'mobile tel'], ['partnerEmail', 'partner email'],
    ['confirmEmail', 'confirm email'], ['emailAgain', 'confirm email'], ['email2', 'confirm email'], ['repeat_password', 'confirm current-password'], ['phone2', '2 tel'], ['startDate', 'start date?'], ['toCity', 'end address-level2'],
  ])('%s belongs to somebody or something: %s', (name, expected) => {
    expect(describeField(name)).toBe(expected);
  });

  it.each(['emailVerified', 'emailSent', 'emailBody', 'mailingList', 'isEmail', 'phoneError', 'countryCount', 'showAddress', 'emailRegex'])('%s is no field', (name) => {
    expect(toFieldIdentity([name])).toBeUndefined();
  });

  it.each(['addressBook', 'fileName', 'petName', 'stateMachine', 'phoneModel', 'hasEmail', 'emailPreference', 'nameServer'])('%s is not the field that it mentions', (name) => {
    const plain = ['email', 'name', 'tel', 'street-address', 'country', 'address-level1'];
    expect(plain).not.toContain(describeField(name)?.replace('?', ''));
  });

  it.each(['answer', 'message', 'data.value', 'ctx.session.text', 'items.*.email', 'constructor.*'])('%s is shared by many questions', (name) => {
    expect(toFieldIdentity(name.split('.'))).toBeUndefined();
  });

  it('takes ambiguous words as weak, unless they are somebody\'s', () => {
    expect(describeField('name')).toBe('name?');
    expect(describeField('code')).toBe('code?');
    expect(describeField('yourName')).toBe('name');
    expect(describeField('user', 'name')).toBe('name');
    expect(describeField('wizard', 'state', 'name')).toBe('name?');
  });

  it('lets a name that the taxonomy lacks mean itself', () => {
    expect(describeField('favouriteColour')).toBe('favourite colour');
    expect(describeField('yourFavouriteColour')).toBe('favourite colour');
    expect(describeField('topic')).toBe('topic?');
  });

  it.each(['__proto__', 'constructor', 'toString', '', '[]', '42', '…'])('survives %j', (name) => {
    expect(() => toFieldIdentity([name])).not.toThrow();
    expect(toFieldIdentity([name])?.meaning).not.toBe('function');
  });

  it('does not look for a phrase in a name of thousands of words', () => {
    const start = performance.now();
    expect(toFieldIdentity(['lorem_'.repeat(20_000)])?.meaning).toContain('lorem');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
