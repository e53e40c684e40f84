import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import { factsOf } from '../models/facts-of.js';

const END = { reader: 'builder', method: ['until'], read: 'Argument[0]' } as const;
const MADE = { reader: 'builder', read: 'Argument[0].Member[ttl]' } as const;
const MAKER = { type: 'maker.Maker' } as const;

const maker = defineModel({
  id: 'maker',
  docs: 'https://example.org',
  packages: ['maker'],
  checkedAgainst: '1',
  types: [
    { name: MAKER.type, from: { package: 'maker' }, path: 'Member[Maker].New' },
    { name: MAKER.type, from: { package: 'maker' }, path: 'Member[create].Return' },
    { name: MAKER.type, from: MAKER, path: 'Member[until,name].Return' },
  ],
  declaredTypes: [{ package: 'maker', name: 'Maker', type: MAKER.type }],
  writes: [{
    from: MAKER, path: 'Member[write].Return', memory: 'token',
    lifetime: [
      { clock: 'record', when: [{ read: END, is: 'present' }], then: { read: END, unit: 's', option: 'until' } },
      { clock: 'record', when: [{ read: MADE, is: 'present' }], then: { read: MADE, unit: 's', option: 'ttl' } },
      { clock: 'record', then: { never: 'default' } },
    ],
  }],
});

/** What is known of the end of each write: milliseconds, `never` or `unknown`. */
function ends(code: string): readonly unknown[] {
  const { writes } = factsOf(`import { create, Maker } from 'maker';\n${code}`, [maker]);
  return writes.flatMap(({ lifetime }) => (lifetime?.cases ?? []).map((one) => (one.status !== 'known' ? 'unknown' : one.value.ends === 'after' ? one.value.ms : one.value.ends)));
}

describe('builder', () => {
  it.each([
    ['new Maker({}).until(5).write()', [5000]],
    ['new Maker({}).name("a").write()', ['never']],
    ['new Maker({ ttl: 7 }).write()', [7000]],
    ['create({ ttl: 7 }).name("a").write()', [7000]],
    ['const made = new Maker({}); made.until(5); made.write();', [5000]],
    ['const made = new Maker({}); made.name("a"); made.write();', ['never']],
    // Another object's call says nothing of this one.
    ['const one = new Maker({}); const two = new Maker({ a: 1 }); two.until(5); one.write();', ['never']],
  ])('%s', (code, expected) => {
    expect(ends(`export function run() { ${code} }`)).toEqual(expected);
  });

  it.each([
    ['an object that is handed on', 'export function run(add) { const made = new Maker({}); add(made); made.write(); }'],
    ['an object that is handed on inside of a chain', 'export function run(add) { const made = new Maker({}); add(made.name("a")); made.write(); }'],
    ['an object of a caller', 'export function run(made: Maker) { made.name("a").write(); }'],
    ['an object that another function made', 'function make() { return new Maker({}).until(5); }\nexport function run() { make().write(); }'],
  ])('does not know %s', (_, code) => {
    expect(ends(code)).toContain('unknown');
  });
});

describe('keys that are arrays', () => {
  it('are joined as their texts are', () => {
    const { writes } = factsOf("const kv = await Deno.openKv();\nexport async function save(sessionId: string) { await kv.set(['session', sessionId, 'draft'], 1); }");
    expect(writes.map(({ key, sessionKeyed }) => [key?.cases[0], sessionKeyed])).toMatchObject([[{ status: 'known', value: { quasis: ['session/', '/draft'], parts: ['sessionId'] } }, true]]);
  });
});
