import { describe, expect, it } from 'vitest';

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
    expect(awake('koa')).not.toContain('koa');
    expect(awake('koa', 'koa-session')).toContain('koa');
  });
});
