import { describe, expect, it } from 'vitest';

import { defineModel } from '../../src/models/define-model.js';
import { factsOf } from '../models/facts-of.js';

const QUERY = { from: { type: 'pantry.Shelf' }, chain: { keeps: ['sorted'], bounds: ['atMost'], picks: ['only'], one: ['first'], columns: ['labels'], wholes: ['_all'] } } as const;

const pantry = defineModel({
  id: 'pantry',
  docs: 'https://example.org',
  packages: ['pantry'],
  checkedAgainst: '1',
  types: [{ name: 'pantry.Shelf', from: { package: 'pantry' }, path: 'Member[Shelf].New' }, { name: 'pantry.Shelf', from: { package: 'pantry' }, path: 'Member[Shelves]' }],
  roots: [{ from: { package: 'pantry' }, path: 'Member[open].Return', memory: 'server-session', name: 'session' }],
  sources: [
    { ...QUERY, path: 'Member[jar].Return', gives: 'record', picks: ['Argument[1]'] },
    { ...QUERY, path: 'Member[jars].Return', gives: 'records', bounds: ['Argument[0].Member[top]'] },
    { ...QUERY, path: 'Member[put].Return', gives: 'record', chain: { keeps: ['into'], starts: ['giving'] } },
    { ...QUERY, path: 'Member[sql].Return', gives: 'records', data: ['Member[rows].Member[all].Return'], sql: ['Argument[0]'], chain: {}, callback: [{ parameter: 1, gives: 'result' }, { parameter: 2, gives: 'data' }] },
    { from: { package: 'pantry' }, path: 'Member[Command].New', handedTo: { method: ['send'], argument: 0 }, gives: 'record' },
    { from: { package: 'pantry' }, path: 'Member[ask].Return', gives: 'response', data: ['Member[data]', 'Member[json].Return'] },
  ],
});

const HEAD = `import { ask, Command, open, Shelf, Shelves } from 'pantry';\nconst session = open();\nconst shelf = new Shelf();\n`;

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
    ['all around an answer', 'session.a = await ask("/jars");', ['response@']],
    ['an answer', 'session.a = (await ask("/jars")).data;', ['response@']],
    ['all of a query without names', 'session.a = await shelf.jars().labels(); session.b = await shelf.jars().labels("*"); session.c = await shelf.jars().labels("id");', ['records@', 'records@']],
    ['all of a record again', 'const jar = await shelf.jar(1); session.a = jar._all; session.b = jar.name;', ['record@']],
    ['what was put, where it is given', 'session.a = await shelf.put(1).into("b"); session.b = await shelf.put(1).giving(); session.c = await shelf.put(1).giving("id");', ['record@']],
    ['rows of a text', 'session.a = (await shelf.sql("SELECT * FROM jars")).rows.all(); session.b = (await shelf.sql("SELECT id FROM jars")).rows.all();', ['records@']],
    ['rows of a text in pieces, that ends', 'const TABLE = "jars"; session.a = (await shelf.sql("select j.* from " + TABLE + " j limit 3")).rows.all();', ['records@…']],
    ['no rows of a text with names for parts', 'session.a = (await shelf.sql("with all as (select * from jars) select id from all")).rows.all();', []],
    ['rows of a text that is not seen', 'session.a = (await shelf.sql(text)).rows.all();', []],
    ['what a changing text gives back', 'session.a = (await shelf.sql(`update jars set a = ${b} returning *`)).rows.all();', ['records@']],
    ['what a callback is given', 'shelf.sql("select * from jars", (error, result, rows) => { session.a = result.rows.all(); session.b = rows; session.c = error; });', ['records@', 'records@']],
    ['each of a list', '(await shelf.jars()).forEach((jar) => { session.a = jar; session.b = jar.id; });', ['record@']],
    ['a list that was cut before', 'session.a = (await shelf.jars().atMost(3)).map((jar) => ({ ...jar }));', ['records@…']],
    ['what a command asks for', 'session.a = await client.send(new Command(1)); session.b = await client.send(1);', ['record@']],
    ['a class that is one', 'class Own extends Shelves { static mine() { return this.jar(1); } } session.a = await Own.jar(1); session.b = await Own.mine();', ['record@', 'record@']],
    ['an answer by promises', 'ask("/jars").then((answer) => answer.json()).then((jars) => { session.a = jars; });', ['response@']],
    ['an answer that promises hand on', 'session.a = await ask("/jars").then((answer) => answer.json());', ['response@']],
    ['an answer through a function', 'async function load() { const { data } = await ask("/jars"); return data; } session.a = await load();', ['response@']],
    ['an answer through an object of functions', 'const api = { async all() { return (await ask("/jars")).data; }, one: () => shelf.jar(1) }; session.a = await api.all(); session.b = await api.one();', ['response@', 'record@']],
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
    ['a cycle', 'let jar = 1; jar = wrap(jar); session.a = jar;'],
  ])('%s', (_, code) => {
    expect(copies(code)).toEqual([]);
  });
});

const DECLARED = `
interface Jar { a: string; b: { c: string } }
interface Lid { a: string; wide: boolean }
declare module 'pantry' {
  interface SessionData {
    label?: string; size: 'small' | 'large'; lid?: Lid; jars?: Jar[]; jar: { label: string; jars: Jar[] }; unknown: Elsewhere; shelf: { label: string; jars: Jar[] };
  }
}
`;

describe('what a session is declared to hold', () => {
  it.each([
    ['a text', 'session.label = (await ask("/")).data;', []],
    ['one of several texts', 'session.size = (await ask("/")).data;', []],
    ['a few texts', 'session.lid = (await ask("/")).data;', []],
    ['a few texts, of a row', 'session.lid = await shelf.jar(1);', ['record@']],
    ['a list', 'session.jars = (await ask("/")).data;', ['records@']],
    ['one thing', 'session.jar = (await ask("/")).data;', ['record@']],
    ['what is not seen', 'session.unknown = (await ask("/")).data;', ['response@']],
    ['nothing of the kind', 'session.other = (await ask("/")).data;', ['response@']],
    ['a text further in', 'session.shelf.label = (await ask("/")).data;', []],
    ['a list further in', 'session.shelf = { label: (await ask("/")).data, jars: (await ask("/")).data };', ['records@jars']],
  ])('%s', (_, code, expected) => {
    expect(copies(`${DECLARED}${code}`)).toEqual(expected);
  });

  it('reads the session of a request of the project', () => {
    expect(copies('interface AppSession { label?: string }\ninterface AppRequest extends Request { session: AppSession }\nsession.label = (await ask("/")).data;')).toEqual([]);
  });
});
