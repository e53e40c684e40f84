import { describe, expect, it } from 'vitest';

import { endsOf, linkFiles, probe } from './in-memory.js';

function ends(files: Readonly<Record<string, string>>): readonly unknown[] {
  const linked = linkFiles(files);
  return endsOf(linked, probe(linked, Object.keys(files)[0] ?? ''));
}

describe('what a value may stand for', () => {
  it.each([
    ['a constant of another file', { 'a.ts': `import { N } from './b'; probe(N);`, 'b.ts': 'export const N = 5;' }, [5]],
    ['a renamed import', { 'a.ts': `import { N as M } from './b'; probe(M);`, 'b.ts': 'export const N = 5;' }, [5]],
    ['a namespace import', { 'a.ts': `import * as b from './b'; probe(b.N);`, 'b.ts': 'export const N = 5;' }, [5]],
    ['a default export', { 'a.ts': `import n from './b'; probe(n);`, 'b.ts': 'export default 5;' }, [5]],
    ['a re-export', { 'a.ts': `import { N } from './b'; probe(N);`, 'b.ts': `export * from './c';`, 'c.ts': 'export const N = 5;' }, [5]],
    ['a renaming re-export', { 'a.ts': `import { M } from './b'; probe(M);`, 'b.ts': `export { N as M } from './c';`, 'c.ts': 'export const N = 5;' }, [5]],
    ['a CommonJS property', { 'a.js': `const { N } = require('./b'); probe(N);`, 'b.js': 'exports.N = 5;' }, [5]],
    ['a property of module.exports', { 'a.js': `const b = require('./b'); probe(b.N);`, 'b.js': 'module.exports = { N: 5 };' }, [5]],
    ['a default import of CommonJS', { 'a.js': `import b from './b'; probe(b.N);`, 'b.js': 'module.exports = { N: 5 };' }, [5]],
    ['a nested configuration', { 'a.ts': `import { config } from './b'; probe(config.session.ttl);`, 'b.ts': 'export const config = { session: { ttl: 5 } };' }, [5]],
    ['the result of a function', { 'a.ts': `import { f } from './b'; probe(f());`, 'b.ts': 'export function f() { return 5; }' }, [5]],
    ['the result of an async function', { 'a.ts': 'const f = async () => 5; async function g() { probe(await f()); }' }, [5]],
    ['an argument that a function hands back', { 'a.ts': 'const same = (x) => x; probe(same(5)); same(6);' }, [5]],
    ['a parameter without a context: all callers', { 'a.ts': 'function f(x) { probe(x); } f(5); f(6);' }, [5, 6]],
    ['a default of a parameter', { 'a.ts': 'function f(x = 5) { probe(x); } f();' }, [5]],
    ['a method of a class', { 'a.ts': 'class A { n() { return 5; } m() { probe(this.n()); } }' }, [5]],
    ['a field of an instance', { 'a.ts': 'class A { n = 5; } const a = new A(); probe(a.n);' }, [5]],
    ['a field of a base class', { 'a.ts': 'class B { n = 5; } class A extends B {} probe(new A().n);' }, [5]],
    ['a method of a field by its declared class', { 'a.ts': `import { B } from './b'; class A { constructor(private readonly b: B) {} m() { probe(this.b.n()); } }`, 'b.ts': 'export class B { n() { return 5; } }' }, [5]],
    ['a method of a parameter by its declared class', { 'a.ts': `import type { B } from './b'; function m(b: B) { probe(b.n()); }`, 'b.ts': `export type { B } from './c';`, 'c.ts': 'export class B { n() { return 5; } }' }, [5]],
    ['a method of a default import used as a type', { 'a.ts': `import B from './b'; function m(b: B) { probe(b.n()); }`, 'b.ts': 'class B { n() { return 5; } } export default B;' }, [5]],
    ['nothing of a declared interface', { 'a.ts': 'interface B { n(): number } function m(b: B) { probe(b.n()); }' }, ['call']],
    ['a bound method', { 'a.ts': 'const o = { f() { return 5; } }; const g = o.f.bind(o); probe(g());' }, [5]],
    ['either side', { 'a.ts': 'probe(c ? 5 : 6);' }, [5, 6]],
  ])('%s', (_, files, expected) => {
    expect(ends(files)).toEqual(expected);
  });
});

describe('calls', () => {
  it('knows the calls of a handler through a wrapper that is linked', () => {
    const linked = linkFiles({ 'a.ts': 'const wrap = (fn) => (req) => fn(req); function save(req) {} app.post("/", wrap(save));' });
    const save = [...linked.files.values()][0]?.functions.find((fn) => fn.name === 'save');
    expect(save && linked.callsOf(save)).toHaveLength(1);
  });

  it('knows what a function is handed to, also inside a list', () => {
    const linked = linkFiles({ 'a.ts': 'function save() {} app.post("/", [check, save]);' });
    const save = [...linked.files.values()][0]?.functions.find((fn) => fn.name === 'save');
    expect(save && linked.passedTo(save).map(({ argument }) => argument)).toEqual([1]);
  });

  it('enters a function once for each chain of calls', () => {
    const linked = linkFiles({ 'a.ts': 'function put(key) { store(key); } function a() { put("a"); } function b() { put("b"); }' });
    const file = [...linked.files.values()][0];
    const put = file?.functions.find((fn) => fn.name === 'put');
    expect(file && put && linked.contexts({ file, fn: put })).toHaveLength(2);
  });
});

describe('calls that give back what they are given', () => {
  it.each([
    ['Object.freeze', 'probe(Object.freeze(5));', [5]],
    ['a method of that name', 'probe(freezer.freeze(5));', ['call']],
    ['bind', 'const f = () => {}; probe(f.bind(this));', ['function']],
  ])('%s', (_, text, expected) => {
    expect(ends({ 'a.ts': text })).toEqual(expected);
  });
});

describe('hostile input ends', () => {
  const doubling = ['const a0 = input;', ...Array.from({ length: 27 }, (_, n) => `const a${n + 1} = [a${n}, a${n}];`), 'probe(a27);'].join('\n');

  it.each([
    ['cyclic imports', { 'a.ts': `import { b } from './b'; export const a = b; probe(a);`, 'b.ts': `import { a } from './a'; export const b = a;` }],
    ['re-export loops', { 'a.ts': `import { x } from './b'; probe(x);`, 'b.ts': `export * from './c';`, 'c.ts': `export * from './b';` }],
    ['an import of itself', { 'a.ts': `import { a } from './a'; export { a }; probe(a);` }],
    ['recursion', { 'a.ts': 'function walk(n) { return walk(n.next); } probe(walk(list));' }],
    ['mutual recursion', { 'a.ts': 'function f(n) { return g(n.a); } function g(n) { return f(n.b); } probe(f(x));' }],
    ['spread loops', { 'a.ts': 'let a = {}; let b = { ...a }; a = { ...b }; probe(a.x);' }],
    ['doubling', { 'a.ts': doubling }],
    ['a hostile key', { 'a.ts': 'const o = { ["__proto__"]: 1, constructor: 2 }; probe(o.constructor); probe(o.toString);' }],
    ['a class that extends itself', { 'a.ts': 'class A extends A {} probe(new A().x);' }],
    ['a function that calls itself with more', { 'a.ts': 'function f(x) { f({ x, y: x }); probe(x); } f(1);' }],
  ])('%s', (_, files: Readonly<Record<string, string>>) => {
    const linked = linkFiles(files);
    expect(linked.views(probe(linked, Object.keys(files)[0] ?? '')).length).toBeLessThanOrEqual(48);
  });
});
