import { describe, expect, it } from 'vitest';

import { toFormField } from '../../src/identify/fields/to-form-field.js';

function identity(name: string, hints: Parameters<typeof toFormField>[1]): string {
  const field = toFormField(name, hints);
  return field ? [field.meaning, ...field.qualifiers].join(' ') : 'none';
}

describe('what a form says of a field', () => {
  it.each([
    ['postcode', { label: 'Email address' }, 'postal-code'],
    ['q_17', { autocomplete: 'email' }, 'email'],
    ['q_17', { autocomplete: 'shipping postal-code' }, 'postal-code shipping'],
    ['q_17', { autocomplete: 'off', label: 'Postcode' }, 'postal-code'],
    ['q_17', { label: 'Email address (optional)' }, 'email'],
    ['q_17', { label: 'E-mail:' }, 'email'],
    ['guest_17', { label: 'Postcode' }, 'postal-code guest'],
    ['field3', { label: 'Billing postcode' }, 'postal-code billing'],
  ])('%s with %o is %s', (name, hints, wanted) => {
    expect(identity(name, hints)).toBe(wanted);
  });

  it.each([
    ['a question', 'q_17', 'Where shall we send your email?'],
    ['an ambiguous word', 'q_17', 'Title'],
    ['a password', 'q_17', 'Password'],
    ['a label that stands beside a name with a meaning of its own', 'property_details', 'Address'],
  ])('%s is not taken for the field', (_, name, label) => {
    expect(identity(name, { label })).toBe(identity(name, {}));
  });
});
