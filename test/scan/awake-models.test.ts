import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import { models } from '../../src/models/index.js';
import { awakeModels } from '../../src/scan/awake-models.js';

const awake = (...imported: readonly string[]): readonly string[] => awakeModels(models, imported, []).map(({ id }) => id);

describe('awakeModels', () => {
  it('wakes the models of packages that are imported or declared, and those of globals', () => {
    expect(awake('connect-redis/v7')).toContain('connect-redis');
    expect(awakeModels(models, [], ['connect-redis']).map(({ id }) => id)).toContain('connect-redis');
    expect(awake()).toContain('web-storage');
    expect(awake()).not.toContain('connect-redis');
  });

  it('lets a model that only gives types sleep until another needs them', () => {
    const common = { docs: 'https://example.org', checkedAgainst: '1' };
    const pots = defineModel({ ...common, id: 'pots', packages: ['pots'], types: [{ name: 'pots.Pot', from: { package: 'pots' }, path: 'New' }] });
    const lids = defineModel({ ...common, id: 'lids', packages: ['lids'], reads: [{ from: { type: 'pots.Pot' }, path: 'Member[lid].Return', memory: 'server-session' }] });
    const ids = (...imported: readonly string[]): readonly string[] => awakeModels([pots, lids], imported, []).map(({ id }) => id);
    expect(ids('pots')).toEqual([]);
    expect(ids('pots', 'lids')).toEqual(['pots', 'lids']);
  });
});
