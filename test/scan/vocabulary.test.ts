import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import { vocabularyOf } from '../../src/scan/relevance/vocabulary.js';

const COMMON = { docs: 'https://example.org', packages: ['pantry'], checkedAgainst: '1' } as const;
const SOURCE = { from: { package: 'pantry' }, path: 'Member[jar].Return', gives: 'record' } as const;

describe('vocabularyOf', () => {
  it('does not look for what only gives data: it matters where the data is stored', () => {
    const model = defineModel({ ...COMMON, id: 'pantry', types: [{ name: 'pantry.Shelf', from: { package: 'pantry' }, path: 'New' }], sources: [SOURCE] });
    expect([...vocabularyOf([model], false).packages]).toEqual([]);
  });

  it('looks for a package that keeps sessions too', () => {
    const model = defineModel({ ...COMMON, id: 'pantry', sources: [SOURCE], roots: [{ from: { package: 'pantry' }, path: 'Member[session]', memory: 'server-session', name: 'session' }] });
    expect([...vocabularyOf([model], false).packages]).toEqual(['pantry']);
    expect([...vocabularyOf([model], false).roots]).toEqual(['session']);
  });

  it('looks for what a framework hands over, not for the framework', () => {
    const model = defineModel({
      ...COMMON, id: 'pantry',
      types: [
        { name: 'pantry.App', from: { package: 'pantry' }, path: 'New' },
        { name: 'pantry.Context', from: { type: 'pantry.App' }, path: 'Member[use].Argument[any].Parameter[0]' },
      ],
      declaredTypes: [{ package: 'pantry', name: 'Context', type: 'pantry.Context' }],
      roots: [{ from: { type: 'pantry.Context' }, path: 'Member[session]', memory: 'server-session', name: 'session' }],
      clears: [{ from: { type: 'pantry.Context' }, path: 'Member[forget].Return', memory: 'cookie', clears: 'cookie', key: 'Argument[0]' }],
    });
    const vocabulary = vocabularyOf([model], false);
    expect([...vocabulary.packages]).toEqual([]);
    expect([...vocabulary.roots]).toEqual(['session']);
    expect([...vocabulary.methods]).toEqual(['forget']);
  });

  it('keeps a framework whose own exports keep sessions', () => {
    const model = defineModel({
      ...COMMON, id: 'pantry',
      types: [{ name: 'pantry.Context', from: { package: 'pantry' }, path: 'Member[Bot].New.Member[on].Argument[any].Parameter[0]' }],
      configs: [{ from: { package: 'pantry' }, path: 'Member[session].Return', memory: 'server-session', options: 'Argument[0]', lifetime: [{ clock: 'record', then: 'unknown' }] }],
    });
    expect([...vocabularyOf([model], false).packages]).toEqual(['pantry']);
    expect([...(vocabularyOf([model], false).exports.get('pantry') ?? [])].sort()).toEqual(['Bot', 'session']);
  });

  it('takes pages into account where there are any', () => {
    const model = defineModel({ ...COMMON, id: 'pantry', renders: [{ from: { type: 'pantry.Response' }, path: 'Member[show].Return', template: 'Argument[0]', context: 'Argument[1]', shared: 'locals' }] });
    expect([...vocabularyOf([model], false).methods]).toEqual([]);
    expect([...vocabularyOf([model], true).methods]).toEqual(['show']);
  });
});
