import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import { vocabularyOf } from '../../src/scan/vocabulary.js';

const COMMON = { docs: 'https://example.org', packages: ['pantry'], checkedAgainst: '1' } as const;
const SOURCE = { from: { package: 'pantry' }, path: 'Member[jar].Return', gives: 'record' } as const;

describe('vocabularyOf', () => {
  it('does not look for what only gives data: it matters where the data is stored', () => {
    const model = defineModel({ ...COMMON, id: 'pantry', types: [{ name: 'pantry.Shelf', from: { package: 'pantry' }, path: 'New' }], sources: [SOURCE] });
    expect([...vocabularyOf([model]).packages]).toEqual([]);
  });

  it('looks for a package that keeps sessions too', () => {
    const model = defineModel({ ...COMMON, id: 'pantry', sources: [SOURCE], roots: [{ from: { package: 'pantry' }, path: 'Member[session]', memory: 'server-session', name: 'session' }] });
    expect([...vocabularyOf([model]).packages]).toEqual(['pantry']);
    expect([...vocabularyOf([model]).roots]).toEqual(['session']);
  });
});
