import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import { factsOf } from '../models/facts-of.js';

const QUERY = { from: { type: 'pantry.Shelf' }, chain: { keeps: ['sorted'], bounds: ['atMost'], picks: ['only'], one: ['first'] } } as const;

const pantry = defineModel({
  id: 'pantry',
  docs: 'https://example.org',
  packages: ['pantry'],
  checkedAgainst: '1',
  types: [{ name: 'pantry.Shelf', from: { package: 'pantry' }, path: 'Member[Shelf].New' }],
  roots: [{ from: { package: 'pantry' }, path: 'Member[open].Return', memory: 'server-session', name: 'session' }],
  sources: [
    { ...QUERY, path: 'Member[jar].Return', gives: 'record', picks: ['Argument[1]'] },
    { ...QUERY, path: 'Member[jars].Return', gives: 'records', bounds: ['Argument[0].Member[top]'] },
    { from: { package: 'pantry' }, path: 'Member[ask].Return', gives: 'response', data: ['Member[data]', 'Member[json].Return'] },
  ],
});

const HEAD = `import { ask, open, Shelf } from 'pantry';\nconst session = open();\nconst shelf = new Shelf();\n`;

/** What the writes of the code hold copies of: `kind@path`, with the number of properties taken over, or `…` for a list that is cut. */
function copies(code: string): readonly string[] {
  return factsOf(`${HEAD}${code}`, [pantry]).writes.flatMap((write) => write.copies.map(({ kind, path, bounded, properties }) => `${kind}@${path.join('.')}${properties === undefined ? '' : `#${properties}`}${bounded ? '…' : ''}`));
}

const MANY = Array.from({ length: 12 }, (_, index) => `f${index}: jar.f${index}`).join(', ');

describe('what a stored value is a copy of', () => {
  it.each([
    ['a record', 'session.a = await shelf.jar(1);', ['record@']],
    ['a record behind a constant', 'const jar = await shelf.jar(1); session.a = jar;', ['record@']],
    ['a record in one of two cases', 'session.a = c ? await shelf.jar(1) : null;', ['record@']],
    ['a record as text', 'session.a = JSON.stringify(await shelf.jar(1));', ['record@']],
    ['a record as a property', 'const jar = await shelf.jar(1); session.a = { jar, at: 1 };', ['record@jar']],
    ['a record with more', 'const jar = await shelf.jar(1); session.a = { ...jar, at: 1 };', ['record@']],
    ['a record property by property', `const jar = await shelf.jar(1); session.a = { ${MANY} };`, ['record@#12']],
    ['a list', 'session.a = await shelf.jars();', ['records@']],
    ['a list that is sorted and filtered', 'session.a = (await shelf.jars().sorted()).filter(Boolean);', ['records@']],
    ['one of a list', 'session.a = (await shelf.jars())[0];', ['record@']],
    ['one of a list, taken apart', 'const [jar] = await shelf.jars(); session.a = jar;', ['record@']],
    ['one of a list, found', 'session.a = (await shelf.jars()).find((jar) => jar.open);', ['record@']],
    ['the first, asked for so', 'session.a = await shelf.jars().first();', ['record@']],
    ['a list that is cut', 'session.a = (await shelf.jars()).slice(0, 5);', ['records@…']],
    ['a list that is asked for with an end', 'session.a = await shelf.jars({ top: 5 });', ['records@…']],
    ['a list that the query cuts', 'session.a = await shelf.jars().atMost(5);', ['records@…']],
    ['a list with something added to each', 'session.a = (await shelf.jars()).map((jar) => ({ ...jar, seen: true }));', ['records@']],
    ['an answer', 'session.a = (await ask("/jars")).data;', ['response@']],
    ['an answer by promises', 'ask("/jars").then((answer) => answer.json()).then((jars) => { session.a = jars; });', []],
    ['an answer that promises hand on', 'session.a = await ask("/jars").then((answer) => answer.json());', ['response@']],
    ['an answer through a function', 'async function load() { const { data } = await ask("/jars"); return data; } session.a = await load();', ['response@']],
    ['an answer through a class', 'class Jars { async all() { return (await ask("/jars")).data; } } class Page { constructor(private jars: Jars) {} async show() { session.a = await this.jars.all(); } }', ['response@']],
    ['the second of several', 'const [, jars] = await Promise.all([ask("/a"), shelf.jars()]); session.a = jars;', ['records@']],
    ['a list by its declared type', 'interface Jar { a: string; b: { c: string } } async function load(): Promise<Jar[]> { return (await ask("/jars")).data; } session.a = await load();', ['records@']],
  ])('%s', (_, code, expected) => {
    expect(copies(code)).toEqual(expected);
  });
});

describe('what is no copy', () => {
  it.each([
    ['an id', 'const jar = await shelf.jar(1); session.a = jar.id;'],
    ['picked properties', 'const jar = await shelf.jar(1); session.a = { id: jar.id, name: jar.name };'],
    ['ids of a list', 'session.a = (await shelf.jars()).map((jar) => jar.id);'],
    ['picked properties of a list', 'const brief = (jar) => ({ id: jar.id }); session.a = (await shelf.jars()).map(brief);'],
    ['picked properties by another function', 'const brief = (jar) => ({ id: jar.id }); session.a = (await shelf.jars()).map((jar) => brief(jar));'],
    ['what the query picks', 'session.a = await shelf.jars().only("id");'],
    ['what an argument picks', 'session.a = await shelf.jar(1, "id");'],
    ['a count', 'session.a = (await shelf.jars()).length;'],
    ['a test', 'session.a = (await shelf.jars()).some((jar) => jar.open);'],
    ['what is not known', 'session.a = toKey(await shelf.jar(1));'],
    ['a text by its declared type', 'async function load(): Promise<string> { return (await ask("/token")).data; } session.a = await load();'],
    ['names by their declared type', 'async function load(): Promise<string[]> { return (await ask("/names")).data; } session.a = await load();'],
    ['a few scalars by their declared type', 'interface Jar { a: string; b?: number } async function load(): Promise<Jar | undefined> { return (await ask("/jar")).data; } session.a = await load();'],
    ['the answer itself, whose data nobody took', 'session.a = await ask("/jars");'],
    ['a cycle', 'let jar = 1; jar = wrap(jar); session.a = jar;'],
  ])('%s', (_, code) => {
    expect(copies(code)).toEqual([]);
  });
});
