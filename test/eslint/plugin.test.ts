import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { rules } from '../../rules/index.js';
import plugin from '../../src/index.js';
import { projectRoot } from '../harness/built.js';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Record<string, string>;

describe('the plugin', () => {
  it('says who it is', () => {
    expect(plugin.meta).toEqual({
      name: manifest['name'],
      version: manifest['version'],
      namespace: 'session-memory',
    });
  });

  it('has the recommended rules in recommended, and all in strict', () => {
    const recommended = rules.filter((rule) => rule.docs.recommended).map((rule) => `session-memory/${rule.name}`);
    expect(Object.keys(plugin.configs.recommended.rules ?? {})).toEqual(recommended);
    expect(Object.keys(plugin.configs.strict.rules ?? {})).toEqual(rules.map((rule) => `session-memory/${rule.name}`));
    expect(plugin.configs.recommended.name).toBe('session-memory/recommended');
    expect(plugin.configs.strict.name).toBe('session-memory/strict');
  });

  it('is its own configs’ plugin, so that `extends` finds the rules', () => {
    expect(plugin.configs.recommended.plugins?.['session-memory']).toBe(plugin);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s has the severity of its rule', (name, rule) => {
    const entry = plugin.configs.strict.rules?.[`session-memory/${name}`];
    const severity = Array.isArray(entry) ? (entry[0] as unknown) : entry;
    expect(severity).toBe(rule.severity === 'error' ? 'error' : 'warn');
    if (rule.strictOptions) expect(entry).toEqual([severity, rule.strictOptions]);
  });

  it.each(Object.entries(plugin.rules))('%s has complete metadata', (name, { meta }) => {
    const rule = rules.find((candidate) => candidate.name === name);
    expect(meta?.docs?.url).toMatch(new RegExp(`^https://.+/rules/${name}\\.md$`));
    expect(meta?.docs?.description).toMatch(/^[A-Z].*[^.]$/);
    expect(meta?.languages).toEqual(['js/js']);
    expect(meta?.hasSuggestions).toBe(Object.keys(rule?.suggestions ?? {}).length > 0);
    expect(Object.keys(meta?.messages ?? {})).toEqual([
      ...Object.keys(rule?.messages ?? {}),
      ...Object.keys(rule?.suggestions ?? {}),
    ]);
    const [schema] = meta?.schema as [{ additionalProperties: boolean; properties: Record<string, { description: string }> }];
    expect(schema.additionalProperties).toBe(false);
    for (const property of Object.values(schema.properties)) expect(property.description).not.toBe('');
    expect(Object.keys((meta?.defaultOptions as [object])[0])).toEqual(Object.keys(schema.properties));
  });
});
