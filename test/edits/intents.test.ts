import { describe, expect, it } from 'vitest';
import type { EditSource } from '../../src/edits/edit-source.js';
import type { Place } from '../../src/facts/index.js';
import type { Edit } from '../../src/rule.js';
import { edited, FILE, type Setting } from './marked.js';

type ToEdits = (...places: Place[]) => Edit[];
const BARE: Setting = { style: { semicolons: false } };

/** A row is a title, the source with its place marked, and the result; `undefined` where it is refused. */
function table(toEdits: ToEdits, rows: readonly (readonly [string, string, string | undefined])[], setting?: Setting): void {
  it.each(rows)('%s', (_, source, expected) => {
    expect(edited(source, toEdits, setting)).toBe(expected);
  });
}

describe('remove-property', () => {
  table((at) => [{ edit: 'remove-property', at }], [
    ['only one', 'f({ «a: 1» })', 'f({})'],
    ['first', '{ «a: 1», b }', '{ b }'],
    ['middle', '{ a, «b: 1», c }', '{ a, c }'],
    ['last', '{ a, «b: 1» }', '{ a }'],
    ['last with a comma', '{ a, «b: 1», }', '{ a, }'],
    ['own line', '{\n  a,\n  «b: 1»,\n  c,\n}', '{\n  a,\n  c,\n}'],
    ['own line, last, no comma', '{\n  a,\n  «b: 1»\n}', '{\n  a\n}'],
    ['own lines', '{\r\n\ta,\r\n\t«b: {\r\n\t\tc,\r\n\t}»,\r\n}', '{\r\n\ta,\r\n}'],
    ['comment above and behind', '{\n  // above, it\n  «b: 1», // behind\n  c,\n}', '{\n  // above, it\n  // behind\n  c,\n}'],
    ['comment before the last', '{ a, /* b, } */ «b: 1» }', '{ a /* b, } */ }'],
    ['line comment before the last', '{ a, // of a, {\n  «b: 1» }', '{ a // of a, {\n  }'],
    ['comma first', '{ a\n, «b: 1»\n, c\n}', '{ a\n, c\n}'],
    ['nested', 'f({ a: { x: 1, «b: 1» }, c: {} })', 'f({ a: { x: 1 }, c: {} })'],
    ['behind a nested object', "{ a: { b: '{' }, «b: 1», c }", "{ a: { b: '{' }, c }"],
    ['with elements around', "() => <b>it's</b>;\nf({ a, «b: 1», c })", "() => <b>it's</b>;\nf({ a, c })"],
    ['unclear with elements around', "() => <b>it's</b>;\nf({ a, // of a, {\n  «b: 1» })", undefined],
    ['no property', 'f(«a», { b })', undefined],
    ['part of one', '{ a: «1» }', undefined],
  ]);
});

describe('remove-statement', () => {
  const remove: ToEdits = (at) => [{ edit: 'remove-statement', at }];
  table(remove, [
    ['own line', 'a();\n  «b();»\nc();\n', 'a();\nc();\n'],
    ['own line, CRLF', 'a();\r\n«b();»\r\nc();', 'a();\r\nc();'],
    ['several lines', 'a();\n«b({\n  c,\n});»\nd();', 'a();\nd();'],
    ['last line without a line break', 'a();\n«b();»', 'a();\n'],
    ['among others', 'a(); «b();» c();', 'a(); c();'],
    ['last of a line', 'a(); «b();»\nc();', 'a();\nc();'],
    ['the semicolon outside the place', 'a();\n«b()»;\nc();', 'a();\nc();'],
    ['comments of it and of others', '// of a\na(); // a\n// of b\n«b();» // b\nc();', '// of a\na(); // a\n// of b\n// b\nc();'],
    ['in a block', 'if (x) { «b();» }', 'if (x) { }'],
    ['in a case', 'switch (x) { case 1: «b();» break; }', 'switch (x) { case 1: break; }'],
    ['behind a head-like call', 'foo.if(x)\n«b();»', 'foo.if(x)\n'],
    ['body of if', 'if (x) «b();»', undefined],
    ['body of if on the next line', 'if (x)\n  «b();»\nc();', undefined],
    ['body of else', 'if (x) {} else «b();»', undefined],
    ['body of while, behind a regular expression', 'while (/[)]/.test(x)) «b();»', undefined],
    ['labelled', 'a: «b();»', undefined],
    ['with elements above', "const a = () => { return <b>it's</b>; };\n«b();»\nc();", "const a = () => { return <b>it's</b>; };\nc();"],
    ['unclear with elements above', "const a = <b>it's</b>\n«b();»", undefined],
  ]);

  describe('without semicolons', () => {
    table(remove, [
      ['own line', 'a()\n«b()»\nc()\n', 'a()\nc()\n'],
      ['what follows would join', 'a()\n«b()»\n[c].d()\n', undefined],
      ['what follows would join, behind comments', 'a()\n«b()»\n// c\n/* d */ `e`\n', undefined],
      ['a guard is there', 'a()\n«b()»\n;[c].d()\n', 'a()\n;[c].d()\n'],
    ], BARE);
  });
});

describe('insert-statement before', () => {
  const insert: ToEdits = (before) => [{ edit: 'insert-statement', before, code: "log('x')" }];
  table(insert, [
    ['own line', 'a();\n  «b();»\n', "a();\n  log('x');\n  b();\n"],
    ['first in the file', '«b();»', "log('x');\nb();"],
    ['above its comments', 'a();\n\n// one\n/* two */\n«b();»', "a();\n\nlog('x');\n// one\n/* two */\nb();"],
    ['below comments set apart', '// head\n\n«b();»', "// head\n\nlog('x');\nb();"],
    ['below the comment of another', 'a(); // of a\n«b();»', "a(); // of a\nlog('x');\nb();"],
    ['among others', 'a(); «b();»', "a(); log('x'); b();"],
    ['in a one-line block', '() => { «b();» }', "() => { log('x'); b(); }"],
    ['body of if', 'if (x) «b();»', undefined],
    ['body of an arrow function', 'f(() => «b()»)', undefined],
  ]);
  it('takes tabs and CRLF from its surroundings', () => {
    expect(edited('{\r\n\t«b();»\r\n}', insert, { style: { eol: '\r\n', quote: '"' } })).toBe('{\r\n\tlog("x");\r\n\tb();\r\n}');
  });
  describe('without semicolons', () => {
    table(insert, [
      ['own line', 'a()\n«b()»', "a()\nlog('x')\nb()"],
      ['what follows would join', ';\n«(b)()»', ";\nlog('x');\n(b)()"],
      ['among others', 'a(); «b()»', "a(); log('x'); b()"],
    ], BARE);
    table((before) => [{ edit: 'insert-statement', before, code: '[a].b()' }], [['it would join', 'a()\n«b()»', 'a()\n;[a].b()\nb()']], BARE);
  });
});

describe('insert-statement after', () => {
  const insert: ToEdits = (after) => [{ edit: 'insert-statement', after, code: "log('x');" }];
  table(insert, [
    ['own line', '  «a();»\nb();', "  a();\n  log('x');\nb();"],
    ['last in the file', '«a();»', "a();\nlog('x');"],
    ['behind its comments', '«a();» /* 1 */ // of a\nb();', "a(); /* 1 */ // of a\nlog('x');\nb();"],
    ['among others', '«a();» b();', "a(); log('x'); b();"],
    ['in a one-line block', '() => { «a()» }', "() => { a(); log('x'); }"],
    ['body of if', 'if (x) «a();»\nb();', undefined],
  ]);
  describe('without semicolons', () => {
    table(insert, [['own line', '«a()»\nb()', "a()\nlog('x')\nb()"], ['what follows would join', '«a()»\n;(b)()', "a()\nlog('x')\n;(b)()"]], BARE);
    table((after) => [{ edit: 'insert-statement', after, code: '[a].b()' }], [['it would join', '«a()»\nb()', 'a()\n;[a].b()\nb()']], BARE);
  });
  table((after) => [{ edit: 'insert-statement', after, code: 'if (a) {\n  b()\n}' }], [['a block', '\t«a();»', '\ta();\n\tif (a) {\n\t  b()\n\t}']]);
  table((after) => [{ edit: 'insert-statement', after, code: 'const f = () => {}' }], [['not a block', '«a();»', 'a();\nconst f = () => {};']]);
});

describe('replace and wrap', () => {
  table((at) => [{ edit: 'replace', at, code: "pick('id')" }], [
    ['an expression', 'a = «b.c»;', "a = pick('id');"],
    ['as intended', "a = «pick('id')»;", "a = pick('id');"],
    ['a comment would go', 'a = «b /* c */ .c»;', undefined],
    ['a comment-like string', "a = «'//'»;", "a = pick('id');"],
    ['an element', "a = «<b>it's</b>»;", "a = pick('id');"],
  ]);
  table((at) => [{ edit: 'wrap', at, before: "hash('a', ", after: ')' }], [['an expression', 'a = «b /* c */.d»;', "a = hash('a', b /* c */.d);"]]);
  it('wraps twice, from the inside out', () => {
    const twice: ToEdits = (at) => [{ edit: 'wrap', at, before: 'f(', after: ')' }, { edit: 'wrap', at, before: 'g(', after: ')' }];
    expect(edited('«a»', twice)).toBe('f(g(a))');
  });
});

describe('add-argument', () => {
  const append = (index: number): ToEdits => (call) => [{ edit: 'add-argument', call, index, code: "'EX', 1800" }];
  describe('at 0', () => {
    table(append(0), [
      ['none yet', '«f()»', "f('EX', 1800)"],
      ['none yet, over lines', '«f(\n)»', "f(\n  'EX', 1800\n)"],
      ['a comment only', '«f(/* none */)»', "f(/* none */ 'EX', 1800)"],
      ['before another', '«f(/* b */ b)»', "f('EX', 1800, /* b */ b)"],
      ['new without parentheses', 'a = «new Store»;', "a = new Store('EX', 1800);"],
      ['new of what parentheses give', '«new (pick())»', undefined],
      ['no call', '«(a)»', undefined],
      ['a tagged template', '«f`a`»', undefined],
      ['a callee with parentheses', '«a(b).c(")")[`)`]()»', 'a(b).c(")")[`)`](\'EX\', 1800)'],
      ['an optional call', '«a?.b?.()»', "a?.b?.('EX', 1800)"],
    ]);
  });
  describe('at 2', () => {
    table(append(2), [
      ['at the end', '«r.set(k, v)»', "r.set(k, v, 'EX', 1800)"],
      ['behind a trailing comma', '«r.set(k, v,)»', "r.set(k, v, 'EX', 1800,)"],
      ['before a callback', "«r.set(k, v, (e) => {})»", "r.set(k, v, 'EX', 1800, (e) => {})"],
      ['over lines', '«r.set(\n  k, // key\n  v, // value\n)»', "r.set(\n  k, // key\n  v, // value\n  'EX', 1800,\n)"],
      ['over lines, without a trailing comma', '«r.set(\n  k,\n  v // value\n)»', "r.set(\n  k,\n  v, // value\n  'EX', 1800\n)"],
      ['hugged', '«r.set(k, {\n  v,\n})»', "r.set(k, {\n  v,\n}, 'EX', 1800)"],
      ['too few arguments', '«r.set(k)»', undefined],
      ['a spread hides how many', '«r.set(...kv, v)»', undefined],
      ['type arguments as TypeScript reads them', '«f(a < b, c > (d))»', undefined],
      ['comparisons as TypeScript reads them', '«f(a < b, c > d)»', "f(a < b, c > d, 'EX', 1800)"],
    ]);
  });
  it('reads `<` by language', () => {
    expect(edited('«f(a < b, c > (d))»', append(2), { file: 'a.js' })).toBe("f(a < b, c > (d), 'EX', 1800)");
    expect(edited('«f(a < b, c > (d))»', append(1), { file: 'a.ts' })).toBe("f(a < b, c > (d), 'EX', 1800)");
    expect(edited('«f(a < b, c > (d))»', append(1), { file: 'a.vue' })).toBeUndefined();
  });
});

describe('ensure-import', () => {
  const anchored = (head: string, rest: Partial<EditSource['anchors']> = {}): EditSource['anchors'] => ({ afterDirectives: 0, moduleKind: 'esm', ...(head !== '' && { lastImportEnd: head.length }), ...rest });
  const ensure = (text: string, anchors: EditSource['anchors'], name = 'ms', setting: Setting = {}): string | undefined =>
    edited(text, () => [{ edit: 'ensure-import', file: FILE, from: 'ms', name }], { ...setting, anchors });

  it.each([
    ['named', 'ms', "import { ms } from 'ms';"],
    ['renamed', 'ms as time', "import { ms as time } from 'ms';"],
    ['default', 'default as ms', "import ms from 'ms';"],
    ['namespace', '* as ms', "import * as ms from 'ms';"],
  ])('writes an import: %s', (_, name, expected) => {
    expect(ensure('run();\n', anchored(''), name)).toBe(`${expected}\nrun();\n`);
    const head = "import a from 'a';";
    expect(ensure(`${head} // of a\n\nrun();\n`, anchored(head), name)).toBe(`${head} // of a\n${expected}\n\nrun();\n`);
  });

  it.each([
    ["import { ms } from 'ms';", 'ms'],
    ["import a, { b, x as ms } from 'ms'", 'x as ms'],
    ["import ms from 'ms'", 'default as ms'],
    ["import a, * as ms from 'ms'", '* as ms'],
    ["import { default as ms } from 'ms'", 'default as ms'],
    ["import a from 'a';\nimport {\n  // ms\n  ms,\n} from 'ms';", 'ms'],
  ])('leaves what is there: %s', (head, name) => {
    expect(ensure(`${head}\n`, anchored(head), name)).toBe(`${head}\n`);
  });

  it.each([
    ["import { a } from 'ms';", "import { a, ms } from 'ms';"],
    ["import x, { a, } from 'ms';", "import x, { a, ms, } from 'ms';"],
    ["import {\n  a, // of a\n} from 'ms';", "import {\n  a, // of a\n  ms,\n} from 'ms';"],
    ["import type { ms2 } from 'ms';", "import type { ms2 } from 'ms';\nimport { ms } from 'ms';"],
    ["import * as all from 'ms';", "import * as all from 'ms';\nimport { ms } from 'ms';"],
    ["import 'ms';", "import 'ms';\nimport { ms } from 'ms';"],
  ])('extends %s', (head, expected) => {
    expect(ensure(`${head}\n`, anchored(head))).toBe(`${expected}\n`);
  });

  it.each([
    ["import { ms } from 'other';", ''],
    ["import type { ms } from 'ms';", ''],
    ['', 'const ms = 1;'],
    ['', 'function f(ms) { return ms; }'],
    ['', "const x = <b>ms it's</b>;"],
  ])('is refused when the name is taken: %s %s', (head, rest) => {
    expect(ensure(`${head}\n${rest}\n`, anchored(head))).toBeUndefined();
  });

  it('does not take properties and comments for uses of the name', () => {
    expect(ensure('// ms\na.ms = { ms: 1 };\n', anchored(''))).toBe("import { ms } from 'ms';\n// ms\na.ms = { ms: 1 };\n");
  });

  it('goes behind the hashbang, directives and a licence', () => {
    expect(ensure('#!/usr/bin/env node\nrun();\n', anchored(''))).toBe("#!/usr/bin/env node\nimport { ms } from 'ms';\nrun();\n");
    expect(ensure("'use strict';\nrun();\n", anchored('', { afterDirectives: 13 }))).toBe("'use strict';\nimport { ms } from 'ms';\nrun();\n");
    expect(ensure("'use client'; run();\n", anchored('', { afterDirectives: 13 }))).toBe("'use client';\nimport { ms } from 'ms';\n run();\n");
    expect(ensure('/* MIT */\n\n/** runs */\nrun();\n', anchored(''))).toBe("/* MIT */\nimport { ms } from 'ms';\n\n/** runs */\nrun();\n");
  });

  it('keeps to the script of a component', () => {
    const head = '<script setup>';
    const text = `<template>it's</template>\n${head}\n  run()\n</script>\n`;
    const at = text.indexOf(head) + head.length;
    expect(ensure(text, anchored('', { afterDirectives: at }), 'ms', { style: { semicolons: false } })).toBe(
      `<template>it's</template>\n${head}\n  import { ms } from 'ms'\n  run()\n</script>\n`,
    );
  });

  it.each([
    ["const a = require('a');\nrun();\n", 'ms', "const a = require('a');\nconst { ms } = require('ms');\nrun();\n"],
    ["const a = require('a')(b).c;\n", 'default as ms', "const a = require('a')(b).c;\nconst ms = require('ms');\n"],
    ["const { a } = require('ms');\n", 'ms', "const { a, ms } = require('ms');\n"],
    ["const { a } = require('ms');\n", 'x as ms', "const { a, x: ms } = require('ms');\n"],
    ["const ms = require('ms');\n", 'default as ms', "const ms = require('ms');\n"],
    ["const ms = require('ms').ms;\n", 'ms', "const ms = require('ms').ms;\n"],
    ["const { x: ms } = require('ms');\n", 'x as ms', "const { x: ms } = require('ms');\n"],
    ['run();\n', 'ms', "const { ms } = require('ms');\nrun();\n"],
  ])('requires in CommonJS: %s %s', (text, name, expected) => {
    expect(ensure(text, { afterDirectives: 0, moduleKind: 'cjs' }, name)).toBe(expected);
  });

  it('works with an edit that uses the name', () => {
    const head = "import a from 'a';";
    const edits: ToEdits = (object) => [
      { edit: 'set-property', object, path: ['maxAge'], code: "ms('30m')" },
      { edit: 'ensure-import', file: FILE, from: 'ms', name: 'default as ms' },
    ];
    expect(edited(`${head}\nf(«{}»);\n`, edits, { anchors: anchored(head) })).toBe(`${head}\nimport ms from 'ms';\nf({ maxAge: ms('30m') });\n`);
    expect(edited(`${head}\nf(«{}»);\n`, (object) => edits(object).reverse(), { anchors: anchored(head) })).toBe(`${head}\nimport ms from 'ms';\nf({ maxAge: ms('30m') });\n`);
  });
});

describe('pick', () => {
  table((at) => [{ edit: 'pick', at, names: ['id', 'name'] }], [
    ['an assignment', '«session.user = user»;', 'session.user = { id: user.id, name: user.name };'],
    ['an assignment with its semicolon', '«req.session.user = user;»', 'req.session.user = { id: user.id, name: user.name };'],
    ['a chain of names', '«session.user = result.data»', 'session.user = { id: result.data.id, name: result.data.name }'],
    ['an argument', "«session.set('user', user)»", "session.set('user', { id: user.id, name: user.name })"],
    ['an argument as text', "«setItem('user', JSON.stringify(user))»", "setItem('user', JSON.stringify({ id: user.id, name: user.name }))"],
    ['a call', '«session.user = await load(id)»', undefined],
    ['a call of a name', '«session.user = load(user)»', undefined],
    ['one of two', '«session.user = user ?? other»', undefined],
    ['this', '«session.user = this.user»', undefined],
    ['a literal', "«session.set('user', 'a')»", undefined],
    ['an object', '«session.user = { ...user }»', undefined],
  ]);
});
