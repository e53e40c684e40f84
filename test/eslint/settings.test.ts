import { describe, expect, it } from 'vitest';

import { NO_ALIASES } from '../../src/identify/fields/field-aliases.js';
import { readSettings } from '../../src/eslint/settings.js';

describe('readSettings', () => {
  it('leaves tests out unless told', () => {
    expect(readSettings({})).toEqual({ includeTests: false, fieldAliases: NO_ALIASES });
    expect(readSettings({ 'session-memory': {} })).toEqual({ includeTests: false, fieldAliases: NO_ALIASES });
    expect(readSettings({ 'session-memory': { includeTests: true } })).toEqual({ includeTests: true, fieldAliases: NO_ALIASES });
  });

  it('ignores what belongs to other plugins, and what only the prototype has', () => {
    expect(readSettings({ react: { version: 'detect' } })).toEqual({ includeTests: false, fieldAliases: NO_ALIASES });
    expect(readSettings(Object.create({ 'session-memory': 1 }) as Record<string, unknown>)).toEqual({ includeTests: false, fieldAliases: NO_ALIASES });
  });

  it.each([
    [[], 'must be an object'],
    ['strict', 'must be an object'],
    [null, 'must be an object'],
    [{ includeTest: true }, 'has no "includeTest"'],
    [{ includeTests: 'yes' }, 'must be true or false'],
    [JSON.parse('{"__proto__": true}') as object, 'has no "__proto__"'],
    [{ fieldAliases: ['correo'] }, "fieldAliases must be an object such as { email: ['correo'] }."],
    [{ fieldAliases: { email: 'correo' } }, 'fieldAliases["email"] must be a list'],
    [{ fieldAliases: { 'e-mail': ['correo'] } }, 'fieldAliases["e-mail"] is no field'],
    [{ fieldAliases: JSON.parse('{"__proto__": ["x"]}') as object }, 'fieldAliases["__proto__"] is no field'],
    [{ fieldAliases: { email: ['ok', ' '] } }, 'fieldAliases["email"][1] has no letters'],
  ])('refuses %j', (value, message) => {
    expect(() => readSettings({ 'session-memory': value })).toThrow(message);
  });

  it('reads own names of fields, once for the same settings', () => {
    const shared = { 'session-memory': { fieldAliases: { email: ['Correo electrónico'] } } };
    expect([...readSettings(shared).fieldAliases]).toEqual([['correoelectronico', 'email']]);
    expect(readSettings({ ...shared })).toBe(readSettings(shared));
  });
});
