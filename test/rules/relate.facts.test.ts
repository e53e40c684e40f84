import { describe, expect, it } from 'vitest';

import type { Arm, FunctionId } from '../../src/facts/index.js';
import { relatePoints } from '../../src/facts/relate.js';
import { point } from './hand-made-facts.js';

const arm = (branch: number, index: number, kind: Arm['kind'] = 'if'): Arm => ({ branch, arm: index, kind });

describe('relatePoints', () => {
  it('orders points of one path', () => {
    expect(relatePoints(point({ order: 1 }), point({ order: 2 }))).toBe('before');
    expect(relatePoints(point({ order: 2, arms: [arm(1, 0)] }), point({ order: 1 }))).toBe('after');
    expect(relatePoints(point({ order: 1 }), point({ order: 1 }))).toBe('unordered');
  });

  it('knows that one arm of an if or a switch excludes the other', () => {
    expect(relatePoints(point({ order: 1, arms: [arm(1, 0)] }), point({ order: 2, arms: [arm(1, 1), arm(7, 0)] }))).toBe('exclusive');
    expect(relatePoints(point({ order: 1, arms: [arm(3, 0), arm(1, 0, 'switch')] }), point({ order: 2, arms: [arm(3, 0), arm(1, 2, 'switch')] }))).toBe('exclusive');
  });

  it('says nothing about arms inside a loop, try and catch, and other functions', () => {
    expect(relatePoints(point({ order: 1, arms: [arm(9, 0, 'loop'), arm(1, 0)] }), point({ order: 2, arms: [arm(9, 0, 'loop'), arm(1, 1)] }))).toBe('unordered');
    expect(relatePoints(point({ order: 1, arms: [arm(1, 0, 'try')] }), point({ order: 2, arms: [arm(1, 1, 'catch')] }))).toBe('unordered');
    expect(relatePoints(point({ order: 1 }), point({ order: 2, fn: 3 as FunctionId }))).toBe('unordered');
  });
});
