import { describe, expect, it } from 'vitest';
import { sameField } from '../../src/identify/fields/same-field.js';
import { toFieldAliases } from '../../src/identify/fields/field-aliases.js';
import { toFieldIdentity } from '../../src/identify/fields/to-field-identity.js';

describe('names that a project has for fields', () => {
  const aliases = toFieldAliases({ 'email': ['correo-e', 'mailAddr', 'Поштова скринька'], 'x-member-no': ['mitgliedsnummer'], 'organization': ['nom'], 'username': ['id'] });

  it.each([
    ['mailAddr', 'email'], ['mail_addr', 'email'], ['MAIL-ADDR', 'email'], ['correoE', 'email'], ['yourMailAddr', 'email'], ['поштоваСкринька', 'email'],
    ['mitgliedsnummer', 'x-member-no'], ['memberNo', 'x-member-no'],
    // They come before the taxonomy, which has French surnames and calls a bare `id` nothing.
    ['nom', 'organization'], ['id', 'username'],
    ['email', 'email'], ['vorname', 'given-name'],
  ])('%s is %s', (name, meaning) => {
    expect(toFieldIdentity([name], aliases)).toMatchObject({ meaning, strong: true });
  });

  it('keep whose field it is, and what makes a name no field', () => {
    expect(toFieldIdentity(['billing', 'mailAddr'], aliases)).toMatchObject({ meaning: 'email', qualifiers: ['billing'] });
    expect(toFieldIdentity(['mailAddrVerified'], aliases)).toBeUndefined();
  });

  it('make two names one field', () => {
    const [own, usual] = [toFieldIdentity(['session', 'mailAddr'], aliases)!, toFieldIdentity(['email'], aliases)!];
    expect(sameField(own, usual)).toBe(true);
    expect(sameField(toFieldIdentity(['session', 'mailAddr'])!, usual)).toBe(false);
  });
});
