import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import type { LifetimeRule, WriteRow } from '../../src/models/library-model.js';
import { factsOf } from '../models/facts-of.js';

const write = (lifetime: readonly LifetimeRule[], versions?: string): WriteRow => ({
  from: { package: 'keeper' }, path: 'Member[keep].Return', memory: 'local-storage', key: 'Argument[0]', value: 'Argument[1]', lifetime,
  remedy: { append: 'FOR', unit: 's', argument: 2 },
  ...(versions === undefined ? {} : { versions }),
});

const inUnit = (unit: 's' | 'ms'): readonly LifetimeRule[] => [{ clock: 'record', then: { read: 'Argument[2]', unit, option: 'ttl' } }];
const model = (...writes: readonly WriteRow[]) => defineModel({ id: 'keeper', docs: 'https://example.org', packages: ['keeper'], checkedAgainst: '1', writes });

/** The lifetime of `keep(key, value, 60)`: milliseconds, or why it is not known. */
function lifetimeOf(using: ReturnType<typeof model>, declared?: string) {
  const [found] = factsOf("import { keep } from 'keeper';\nkeep('theme', 'dark', 60);", [using], declared === undefined ? undefined : { keeper: declared }).writes;
  return found?.lifetime?.cases.map((one) => (one.status === 'known' ? one.value : one.status === 'unknown' ? one.why : one.status));
}

const SECONDS = { ends: 'after', ms: 60_000 };
const MILLISECONDS = { ends: 'after', ms: 60 };

describe('rows of some versions', () => {
  const changed = model(write(inUnit('s'), '<5'), write(inUnit('ms'), '>=5'));

  it.each([
    ['^4.1.0', [SECONDS]],
    ['4.x', [SECONDS]],
    ['~5.2.0', [MILLISECONDS]],
    ['npm:@fork/keeper@^5.0.0', [MILLISECONDS]],
    ['>=6 <8', [MILLISECONDS]],
    // Both may be installed, and they disagree.
    ['>=4', ['version']],
    ['*', ['version']],
    ['workspace:*', ['version']],
    ['latest', ['version']],
    ['github:someone/keeper', ['version']],
  ])('with %s', (declared, expected) => {
    expect(lifetimeOf(changed, declared)).toEqual(expected);
  });

  it('are unknown where no manifest may be read, as in ESLint', () => {
    expect(lifetimeOf(changed)).toEqual(['version']);
  });

  it('are known without a manifest when all versions agree', () => {
    expect(lifetimeOf(model(write(inUnit('s'), '<5'), write(inUnit('s'), '>=5'), write(inUnit('s'))))).toEqual([SECONDS]);
  });

  it('say nothing for certain when there are versions of which no row tells', () => {
    expect(lifetimeOf(model(write(inUnit('s'), '<5')))).toEqual(['version']);
  });

  it('are no match in a version that none of them names', () => {
    expect(lifetimeOf(model(write(inUnit('s'), '<5')), '^6.0.0')).toBeUndefined();
  });

  it('offer no remedy where they disagree about it', () => {
    const other: WriteRow = { ...write(inUnit('s'), '>=5'), remedy: { append: 'WITHIN', unit: 's', argument: 2 } };
    const [found] = factsOf("import { keep } from 'keeper';\nkeep('theme', 'dark');", [model(write(inUnit('s'), '<5'), other)]).writes;
    expect(found).toBeDefined();
    expect(found).not.toHaveProperty('remedy');
  });
});
