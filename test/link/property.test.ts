import { describe, expect, it } from 'vitest';

import { resolveProperty } from '../../src/link/property.js';
import { linkFiles, probe } from './in-memory.js';

/** The cases of `probe(x)`'s argument at a path: literals as themselves. */
function cases(source: string, ...path: readonly string[]): readonly unknown[] {
  const linked = linkFiles({ 'a.ts': source });
  return resolveProperty(linked, probe(linked, 'a.ts'), path).map((found) => {
    if (found.status !== 'known') return found.status === 'unknown' ? `unknown: ${found.why}` : 'absent';
    return found.term.value.k === 'literal' ? found.term.value.value : found.term.value.k;
  });
}

describe('the cases of a property', () => {
  it.each([
    ['known', 'probe({ a: { b: 5 } });', ['a', 'b'], [5]],
    ['absent', 'probe({ a: {} });', ['a', 'b'], ['absent']],
    ['written undefined is absent', 'probe({ a: undefined });', ['a'], ['absent']],
    ['the last of two', 'probe({ a: 1, a: 2 });', ['a'], [2]],
    ['behind an unknown spread', 'probe({ ...rest, b: 1 });', ['a'], ['unknown: dynamic', 'absent']],
    ['before an unknown spread', 'probe({ a: 1, ...rest });', ['a'], ['unknown: dynamic', 1]],
    ['after an unknown spread', 'probe({ ...rest, a: 1 });', ['a'], [1]],
    ['in a known spread', 'const base = { a: 1 }; probe({ ...base });', ['a'], [1]],
    ['a computed key may be any', 'probe({ [key]: 1 });', ['a'], ['unknown: dynamic']],
    ['set afterwards', 'const o = {}; o.a = 5; probe(o);', ['a'], [5]],
    ['set inside afterwards', 'const o = { c: {} }; o.c.a = 5; probe(o);', ['c', 'a'], [5]],
    ['set under a condition', 'const o = {}; if (x) o.a = 5; probe(o);', ['a'], ['absent', 5]],
    ['set in a switch', 'const o = { a: 1 }; switch (x) { case 1: o.a = 5; } probe(o);', ['a'], [1, 5]],
    ['assigned from an object', 'const o = {}; Object.assign(o, { a: 5 }); probe(o);', ['a'], [5]],
    ['from the environment', 'probe({ a: process.env.A });', ['a'], ['unknown: environment']],
    ['from the environment of the build', 'probe({ a: import.meta.env.VITE_A });', ['a'], ['unknown: environment']],
    ['of the module itself', 'probe({ a: import.meta.url });', ['a'], ['member']],
    ['from the environment or a default', 'probe({ a: process.env.A || 5 });', ['a'], ['unknown: environment', 5]],
    ['of a function written on the spot', 'probe((error) => log(error));', ['EX'], ['absent']],
    ['of an unknown object', 'probe(config);', ['a'], ['unknown: dynamic']],
    ['of a parameter that nobody fills', 'export function f(o) { probe(o); }', ['a'], ['unknown: not-linked']],
  ])('%s', (_, source, path, expected) => {
    expect(cases(source, ...path)).toEqual(expected);
  });
});
