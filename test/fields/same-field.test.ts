import { describe, expect, it } from 'vitest';

import { sameField } from '../../src/identify/fields/same-field.js';
import { toFieldIdentity } from '../../src/identify/fields/to-field-identity.js';

function same(a: string, b: string): boolean {
  const [first, second] = [toFieldIdentity([a]), toFieldIdentity([b])];
  if (first === undefined || second === undefined) throw new Error(`${a} or ${b} is no field`);
  return sameField(first, second);
}

describe('sameField', () => {
  it.each([['email', 'emailAddress'], ['user.email', 'your-email'], ['phone', 'telephone'], ['dob', 'date_of_birth'], ['billing[email]', 'billingEmail'], ['name', 'form[name]'], ['vorname', 'first_name'], ['passenger.email', 'passengers.email']])('%s and %s', (a, b) => {
    expect(same(a, b)).toBe(true);
    expect(same(b, a)).toBe(true);
  });

  it.each([['billingEmail', 'shippingEmail'], ['email', 'confirmEmail'], ['name', 'applicantName'], ['email', 'hasEmail'], ['phone', 'mobile'], ['startDate', 'endDate'], ['name', 'fullName'], ['passengers[0].email', 'passengers[1].email'], ['city', 'country'], ['nome', 'imya']])('not %s and %s', (a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });
});
