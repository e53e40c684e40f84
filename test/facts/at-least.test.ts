import { describe, expect, it } from 'vitest';

import { atLeast, type Facts, type Identity } from '../../src/facts/index.js';
import { stronger, weaker } from '../../src/facts/tiers.js';
import { facts } from '../rules/hand-made-facts.js';

const LISTS = Object.entries(facts({})).flatMap(([key, value]) => (Array.isArray(value) ? [key] : []));

describe('atLeast', () => {
  it.each(LISTS)('leaves out of %s what is known less well', (list) => {
    const known = ['import', 'type', 'linked', 'shape'].map((identity) => ({ identity }));
    const given: Facts = Object.assign(facts({}), { [list]: known });
    const seen = (weakest: Identity): unknown => new Map<string, unknown>(Object.entries(atLeast(given, weakest))).get(list);
    expect(seen('shape')).toEqual(known);
    expect(seen('linked')).toEqual(known.slice(0, 3));
    expect(seen('import')).toEqual(known.slice(0, 1));
  });
});

describe('tiers', () => {
  it('a chain is as strong as its weakest link', () => {
    expect(weaker('import', 'linked')).toBe('linked');
    expect(weaker('shape', 'type')).toBe('shape');
  });

  it('what is known in two ways is known in the stronger one', () => {
    expect(stronger('shape', 'type')).toBe('type');
    expect(stronger(undefined, 'shape')).toBe('shape');
    expect(stronger(undefined, undefined)).toBeUndefined();
  });
});
