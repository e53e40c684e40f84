import { describe, expect, it } from 'vitest';
import { throughOxc } from './hosts.js';
import { exported } from './notation.js';

/** `[what, code that exports x, the value of x]` */
const cases: readonly (readonly [string, string, string])[] = [
  ['a named import', 'import { A as b } from "m"; export const x = b;', 'import(m).A'],
  ['a default import', 'import a from "m"; export const x = a.b;', 'import(m).default.b'],
  ['a property of a namespace import', 'import * as n from "m"; export const x = n.A.b;', 'import(m).A.b'],
  ['require', 'export const x = require("m");', 'import(m).*'],
  ['a property of require', 'const { A } = require("m"); export const x = [A, require("m").B, require("m").default];', '[import(m).A, import(m).B, import(m).default]'],
  ['a local require', 'function require() {} export const x = require("m");', 'fn1("m")'],
  ['import =', 'import m = require("m"); export const x = m.A;', 'import(m).A'],
  ['a property of an awaited import', 'export const x = (await import("m")).A;', 'import(m).A'],
  ['a property of a destructured awaited import', 'const { A } = await import("m"); export const x = A;', 'import(m).A'],
  ['an awaited import', 'export const x = await import("m");', 'await import(m).*'],
  ['globals', 'export const x = [a, window.b, globalThis.c.d, self.e, global.f];', '[a, b, c.d, e, f]'],
  ['a local window', 'const window = make(); export const x = window.b;', 'make().b'],
  ['undefined', 'let u; export const x = [undefined, void 0, u];', '[undefined, undefined, undefined]'],
  ['literals', 'export const x = ["a", 1, true, null, 10n, /a/g, `b`, 1e999];', '["a", 1, true, null, 10n, /a/g, "b", Infinity]'],
  ['arithmetic, unfolded', 'export const x = 60 * 60 + -a;', '(+ (* 60, 60), (- a))'],
  ['template', 'export const x = `s:${a.b}:`;', '`s:${a.b}:`'],
  ['alternatives', 'export const x = [a ?? b, a || b, a ? b : c, a && b];', '[any??(a, b), any||(a, b), any?:(b, c), any&&(a, b)]'],
  ['assignments as values', 'export const x = [a.b = c, a.d ??= c, a.e += 1, a.f++];', '[c, any??(a.d, c), (+ a.e, 1), (+ a.f, 1)]'],
  ['optional chaining', 'export const x = a?.b?.[c]?.d();', 'a.b[c].d()'],
  ['keys', 'const k = "lit"; export const x = [a["b"], a[k], a[0], a[b.c], a[`t`]];', '[a.b, a.lit, a.0, a[b.c], a.t]'],
  ['spread arguments', 'export const x = f(a, ...b, c);', 'f(a, b, c spread 1)'],
  ['objects', 'export const x = { a: 1, "b": 2, [c]: 3, ["d"]: 4, ...e, f() {}, get g() { return 1; }, set h(v) {}, i };', '{a: 1, b: 2, d: 4, ...e, f: fn1, g: fn2, i: i, ?}'],
  ['arrays', 'export const x = [a, , ...b, c];', '[a, undefined, c, ?]'],
  ['tagged template', 'export const x = t`a${b}`;', 't(`a${b}`, b)'],
  ['one later write', 'let a; a = f(); export const x = a;', 'f()'],
  ['several writes', 'let a = 1; a = 2; export const x = a;', 'anywrites(1, 2)'],
  ['nine writes', `let a = 0; ${Array.from({ length: 8 }, (_, i) => `a = ${i + 1};`).join('')} export const x = a;`, '?budget'],
  ['a loop variable', 'let y; for (const a of b.c) y = a.d; export const x = y;', 'b.c[].d'],
  ['a key variable', 'let y; for (const a in b) y = b[a]; export const x = y;', 'b[?dynamic]'],
  ['a caught error', 'let y; try { f(); } catch (e) { y = e.m; } export const x = y;', '?dynamic.m'],
  ['object destructuring', 'const { a, b: { c }, d = 1, ["e"]: e, ...r } = o.p; export const x = [a, c, d, e, r];', '[o.p.a, o.p.b.c, any??(o.p.d, 1), o.p.e, o.p]'],
  ['array destructuring', 'const [a, [b], ...r] = o; export const x = [a, b, r];', '[o.0, o.1.0, ?dynamic]'],
  ['destructuring assignment', 'let a; ({ a } = o); export const x = a;', 'o.a'],
  ['self reference', 'let a = a.next; export const x = a;', '?cycle.next'],
  ['mutual reference', 'const a = b.c, b = a.d; export const x = a;', '?cycle.c'],
  ['a loop over a list', 'let n = head; while (n) n = n.next; export const x = n;', 'anywrites(head, ?cycle.next)'],
  ['a default behind the declaration', 'function f(o) { o = o || {}; return o; } export const x = f;', 'fn1'],
  ['functions and classes', 'function f() {} class C {} const g = () => {}; export const x = [f, C, g];', '[fn1, class0, fn2]'],
  ['enum', 'enum E { A, B = 5, C, D = "d", F = g() } export const x = E;', '{A: 0, B: 5, C: 6, D: "d", F: g()}'],
  ['await, yield, this', 'export const x = [await a, this];', '[await a, this]'],
  ['a cast to a type', 'import type { R } from "m"; export const x = [a as R, <R>a, a as string, a!, a satisfies R, a as const, a as unknown as R];', '[(a as R@m.R), (a as R@m.R), a, a, a, a, (a as R@m.R)]'],
  ['a declared variable', 'import { R } from "m"; const a: R = f(); let b: R; declare const c: m.S; export const x = [a, b, c];', '[(f() as R@m.R), (declared as R@m.R), (declared as m.S)]'],
  ['a nullable type', 'let a: R | null = null; export const x = a;', '(null as R)'],
  ['type arguments', 'const a: R<{}, string, B<C>, import("m").D> = f(); export const x = a;', '(f() as R<{}, string, B, D@m.D>)'],
  ['qualified types', 'import e from "m"; import * as n from "n"; export const x = [a as e.R, a as n.S.T];', '[(a as e.R@m.default), (a as n.S.T@n.*)]'],
  ['patches', 'const o = { a: 1 }; o.b = 2; if (p) o.c.d = 3; o[k] = 4; Object.assign(o, { e: 5 }); function f() { o.g = 6; } export const x = o;', 'patched({a: 1}; .b = 2 must; .c.d = 3 may; [k] = 4 must;  = {e: 5} must; .g = 6 may)'],
  ['a patch in the same arm', 'let y; if (p) { const o = {}; o.a = 1; y = o; } export const x = y;', 'patched({}; .a = 1 must)'],
  ['a patch of a call', 'const app = e(); app.locals.a = 1; export const x = app;', 'patched(e(); .locals.a = 1 must)'],
  ['a patch with itself', 'const o = {}; o.self = o; export const x = o;', 'patched({}; .self = {} must)'],
  ['a declared patched object', 'const o: T = {}; o.a = 1; export const x = o;', '(patched({}; .a = 1 must) as T)'],
  ['an alias is not patched', 'import { i } from "m"; const a = s.t; a.b = 1; const c = await d; c.e = 1; i.j = 1; export const x = [a, c, i];', '[s.t, await d, import(m).i]'],
  ['hostile keys', 'const o = { __proto__: 1, constructor: 2 }; o.toString = 3; export const x = [o, a.__proto__.constructor];', '[patched({__proto__: 1, constructor: 2}; .toString = 3 must), a.__proto__.constructor]'],
];

describe('values', () => {
  it.each(cases)('%s', (_, code, value) => {
    expect(exported(throughOxc(code, 'ts'))).toBe(value);
  });

  it('shares what is shared: 27 doublings are linear', () => {
    const code = `const a0 = s.t;${Array.from({ length: 27 }, (_, i) => `const a${i + 1} = [a${i}, a${i}];`).join('\n')}export const x = a27;`;
    expect(throughOxc(code).values.length).toBeLessThan(60);
  });

  it('gives every call site its own value, and equal values one id', () => {
    const { values } = throughOxc('f(a.b); f(a.b);');
    expect(values.filter(value => value.k === 'call')).toHaveLength(2);
    expect(values.filter(value => value.k === 'member')).toHaveLength(1);
  });

  it('cuts nesting that is deeper than the budget', () => {
    const deep = throughOxc(`export const x = ${'['.repeat(150)}a.b${']'.repeat(150)};`);
    expect(deep.values.some(value => value.k === 'unknown' && value.why === 'budget')).toBe(true);
  });

  it('reads JSX', () => {
    const code = 'import { Field } from "ui"; export const x = <form {...p}><Field name="a&amp;b" on/> hi {a.b}<ui.B/></form>;';
    expect(exported(throughOxc(code, 'jsx'))).toBe('<"form" {...p}>[<import(ui).Field {name: "a&amp;b", on: true}>[], "hi", a.b, <ui.B {}>[]]');
  });

  it('is plain JSON', () => {
    const summary = throughOxc('const { a = 1e999 } = f(-0, 1n, /r/); export default class { b = a; }', 'js');
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });
});
