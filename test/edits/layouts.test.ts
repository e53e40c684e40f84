import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits } from './apply-text-edits.js';
import { toTextEdits } from '../../src/edits/to-text-edits.js';
import type { Place } from '../../src/facts/index.js';
import type { Edit } from '../../src/rule.js';
import { assigned, callArguments, objectLiteral, objectWithTtl, parsed, rightOf } from './layouts.js';
import { FILE, sourceOf } from './marked.js';

const RUNS = { numRuns: 500 };
interface Call { readonly arguments: readonly Node[] }
interface Node { readonly type: string; readonly key?: { readonly name?: string; readonly value?: unknown }; readonly computed?: boolean; readonly [name: string]: unknown }

function apply(text: string, edit: (place: Place) => Edit, range: readonly [number, number]): string | undefined {
  const edits = toTextEdits([edit({ file: FILE, range })], sourceOf(text));
  return edits && applyTextEdits(text, edits);
}

const wholeOf = (text: string): readonly [number, number] => {
  const { start, end } = assigned(text);
  return [start, end];
};
const propertiesOf = (text: string): readonly Node[] => rightOf<{ properties: readonly Node[] }>(parsed(text)).properties;
const argumentsOf = (text: string): readonly Node[] => {
  const right = rightOf<Call & { expression?: Call }>(parsed(text));
  return (right.expression ?? right).arguments;
};
const isTtl = ({ type, key }: Node): boolean => type === 'Property' && (key?.name === 'ttl' || key?.value === 'ttl');

const setTtl = (text: string): string | undefined => apply(text, (object) => ({ edit: 'set-property', object, path: ['ttl'], code: '1800' }), wholeOf(text));
const [TTL] = propertiesOf('x = { ttl: 1800 }');

describe('set-property, for any layout', () => {
  it('adds just that property, keeps comments, and does nothing the second time', () => {
    fc.assert(fc.property(objectLiteral, (literal) => {
      const text = `x = ${literal};`;
      const once = setTtl(text);
      if (once === undefined) throw new Error(`refused: ${text}`);
      const before = propertiesOf(text);
      const added = propertiesOf(once);
      expect(added.slice(0, -1)).toEqual(before);
      expect({ ...added.at(-1), key: undefined }).toEqual({ ...TTL, key: undefined });
      expect(isTtl(added.at(-1)!)).toBe(true);
      expect(parsed(once).comments).toEqual(parsed(text).comments);
      expect(setTtl(once)).toBe(once);
    }), RUNS);
  });

  it('replaces just that value, or is refused', () => {
    let done = 0;
    fc.assert(fc.property(objectWithTtl, (literal) => {
      const text = `x = ${literal};`;
      const once = setTtl(text);
      if (once === undefined) return;
      const before = propertiesOf(text);
      const last = before.findLastIndex(isTtl);
      if (last === -1) return;
      done++;
      const after = propertiesOf(once);
      expect(after.map((property, index) => (index === last ? null : property))).toEqual(before.map((property, index) => (index === last ? null : property)));
      expect(after[last]!['value']).toEqual(TTL!['value']);
      expect(parsed(once).comments).toEqual(parsed(text).comments);
      expect(setTtl(once)).toBe(once);
    }), RUNS);
    expect(done).toBeGreaterThan(RUNS.numRuns / 10);
  });
});

describe('remove-property, for any layout', () => {
  it('removes just that property and keeps comments outside it', () => {
    fc.assert(fc.property(objectLiteral, fc.nat(3), (literal, pick) => {
      const text = `x = ${literal};`;
      const nodes = assigned(text).properties;
      if (nodes.length === 0) return;
      const index = pick % nodes.length;
      const { start, end } = nodes[index]!;
      const after = apply(text, (at) => ({ edit: 'remove-property', at }), [start, end]);
      if (after === undefined) throw new Error(`refused: ${text}`);
      expect(propertiesOf(after)).toEqual(propertiesOf(text).toSpliced(index, 1));
      const inside = parsed(`x = {${text.slice(start, end)}}`).comments;
      const rest = [...parsed(text).comments];
      for (const comment of inside) rest.splice(rest.indexOf(comment), 1);
      expect([...parsed(after).comments].sort()).toEqual(rest.sort());
    }), RUNS);
  });
});

describe('add-argument, for any layout', () => {
  it('adds just those arguments at the index and keeps comments', () => {
    fc.assert(fc.property(fc.constantFrom('f', 'a.b', 'new Store', 'a?.b', "c('(')[`)`]", 'f<A>'), callArguments, fc.nat(4), (callee, list, pick) => {
      const text = `x = ${callee}${list};`;
      const before = argumentsOf(text);
      const index = pick % (before.length + 1);
      const after = apply(text, (call) => ({ edit: 'add-argument', call, index, code: "'EX', 1800" }), wholeOf(text));
      if (before.slice(0, index).some((argument) => argument.type === 'SpreadElement')) {
        expect(after).toBeUndefined();
        return;
      }
      if (after === undefined) throw new Error(`refused: ${text}`);
      const fresh = argumentsOf("x = f('EX', 1800)");
      expect(argumentsOf(after)).toEqual(before.toSpliced(index, 0, ...fresh));
      expect(parsed(after).comments).toEqual(parsed(text).comments);
    }), RUNS);
  });
});
