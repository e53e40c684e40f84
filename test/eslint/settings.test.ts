import { describe, expect, it } from 'vitest';

import { readSettings } from '../../src/eslint/settings.js';

describe('readSettings', () => {
  it('leaves tests out unless told', () => {
    expect(readSettings({})).toEqual({ includeTests: false });
    expect(readSettings({ 'session-memory': {} })).toEqual({ includeTests: false });
    expect(readSettings({ 'session-memory': { includeTests: true } })).toEqual({ includeTests: true });
  });

  it('ignores what belongs to other plugins, and what only the prototype has', () => {
    expect(readSettings({ react: { version: 'detect' } })).toEqual({ includeTests: false });
    expect(readSettings(Object.create({ 'session-memory': 1 }) as Record<string, unknown>)).toEqual({ includeTests: false });
  });

  it.each([
    [[], 'must be an object'],
    ['strict', 'must be an object'],
    [null, 'must be an object'],
    [{ includeTest: true }, 'has no "includeTest"'],
    [{ includeTests: 'yes' }, 'must be true or false'],
    [JSON.parse('{"__proto__": true}') as object, 'has no "__proto__"'],
  ])('refuses %j', (value, message) => {
    expect(() => readSettings({ 'session-memory': value })).toThrow(message);
  });
});
