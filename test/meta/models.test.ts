import { describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { loadFixtures } from '../harness/fixture.js';

const texts = loadFixtures().flatMap(({ files }) => files.map(({ text }) => text));

/** A package is used where it is imported; a model of globals, or of types that need no import, where one of them stands. */
function isUsed(model: (typeof models)[number], text: string): boolean {
  const rows = [...(model.types ?? []), ...(model.roots ?? []), ...(model.writes ?? []), ...(model.reads ?? []), ...(model.sources ?? []), ...(model.escapes ?? []), ...(model.cookieTexts ?? [])];
  const declared = (model.declaredTypes ?? []).flatMap((type) => (type.package === 'global' ? [type.name] : []));
  const globals = rows.flatMap(({ from }) => ('global' in from ? [from.global] : [])).concat(declared);
  return (
    model.packages.some((name) => text.includes(`'${name}`) || text.includes(`"${name}`)) ||
    globals.some((name) => new RegExp(`\\b${name}\\b`).test(text))
  );
}

describe('every model', () => {
  it.each(models.map((model) => [model.id, model] as const))('has a fixture that uses it: %s', (_, model) => {
    // govuk-frontend's package is named by templates as `govuk/components/…`.
    const roots = (model.asks ?? []).flatMap(({ from }) => ('package' in from ? [from.package] : []));
    expect(texts.some((text) => isUsed(model, text) || roots.some((name) => text.includes(name)))).toBe(true);
  });

  it.each(models.map((model) => [model.id, model] as const))('says where its facts come from: %s', (_, model) => {
    expect(model.docs).toMatch(/^https:\/\//);
    expect(model.checkedAgainst).toMatch(/\d/);
  });

  it('has an id of its own', () => {
    const ids = models.map((model) => model.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
