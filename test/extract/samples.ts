/** JavaScript and JSX that every parser of the project reads. */
export const jsSamples: Readonly<Record<string, string>> = {
  'empty file': '',
  'hashbang': '#!/usr/bin/env node\n"use strict";\nconst a = require("a");\na.b();\n',
  'byte order mark': '\uFEFFimport a from "a";\na.b(c.d);\n',
  'CRLF': 'import a from "a";\r\nif (a) {\r\n  a.b(c.d);\r\n}\r\n',
  'lone CR': 'var a = b.c;\rvar d = a.e;\r',
  'line separator': 'const a = "\u2028"; // c\u2028b.c();\u2029d.e();',
  'emoji': 'const e = "😀"; s.set("👩‍👧", e); /* 🎉 */ t.u();',
  'entities in JSX': 'export const A = ({ a }) => <div title="a&amp;b" {...a.props}>x &nbsp; y {/* c */}{a.b}<input name="email" value={a.email} disabled/><ui.Field name={a.c}><></></ui.Field></div>;',
  'JSX tags are variables': 'import { Field } from "ui"; function F() { const Field2 = Field; return <Field2><Field/><this.X/><svg:rect/><Missing/></Field2>; }',
  'hostile keys': 'const o = { __proto__: null, constructor: 1, toString: 2, ["__proto__"]: 3, hasOwnProperty() {} }; o.__proto__.constructor = o; exports.__proto__ = o; const { constructor, __proto__: p } = q.r;',
  'self references': 'let x = x.next; const a = { get b() { return a; } }; a.self = a; let n = h.head; while (n) n = n.next; let y = z.a, z = y.b; f.g(y, z, n, x, a);',
  'doubling': `const a0 = s.t;${Array.from({ length: 27 }, (_, i) => `const a${i + 1}=[a${i},a${i}];`).join('\n')}f(a27);`,
  'destructuring': 'const { a, b: { c = 1, ...d }, ["e"]: e, [f]: g, ...h } = req.session; const [i, , j = 2, ...k] = l.m; ({ n: o.p, q } = r.s); [t, u.v] = w.x; for (const { y } of z.a) y.b(); function F({ a: { b } = {}, c }, [d], ...e) { return b + c + d + e; } var q, t;',
  'CommonJS': 'const { A, b: { c } } = require("x"); const d = require("y").D; const e = require("z"); exports = module.exports = { A, d }; exports.f = function () { return e.g; }; module.exports.h = c; module.exports["i"] = async () => {};',
  'ES modules': 'import a, { b as c, default as d } from "x"; import * as n from "y"; export { c as e, d as default }; export { f, g as h } from "z"; export * from "w"; export * as v from "v"; export const { i, j: [k] } = n.l; export function m() { return a; } export class O extends n.P {}',
  'control': 'function f(a) { if (!a.x) return a.y; else a.z(); switch (a.k) { case 1: case 2: a.one(); break; case 3: a.three(); default: a.other(); } for (let i = 0; i < a.n; i++) { if (a.s) continue; a.t(i); } for (const k in a.o) delete a.o[k]; do { a.w--; } while (a.w > 0); try { a.try(); } catch ({ message }) { a.c(message); } finally { a.f(); } a.p ? a.q() : a.r(); a.s && a.t() || a.u(); a.v ??= a.w(); label: for (;;) break label; throw new Error(a.m); }',
  'classes': 'class A extends B { #p = 1; static s = c.d; x = this.y; go = async (req, res) => { res.send(this.#p); }; constructor(o) { super(o); this.o = o; this.go = this.go.bind(this); } get z() { return super.z; } set z(v) { this.v = v; } static { this.q = 1; } async *[Symbol.iterator]() { yield* this.o; } "quoted-name"() {} } const C = class extends (f.g()) {};',
  'handlers': 'app.get("/", (req, res) => res.send(req.body)); app.use((err, req, res, next) => { next(err); }); module.exports = async function (request, response) { cb(() => response.redirect(request.originalUrl)); }; function no(req, res) { return req.foo + res.bar; } function third(req, res, done) { res.end(); } function hides(req, res) { each(res => res.json()); } function taken(req, res) { const { body } = req; return body; }',
  'expressions': 'const t = `a${b.c}d`, u = tag.x`y${z.w}`, v = `plain`, r = /a[/]b/gu, n = -1, m = 10n, w = void 0, s = (a.b, c.d), y = typeof e.f, i = "g" in h.i, q = j?.k?.[l.m]?.(n.o), nw = new P.Q(...r.s, 1), meta = import.meta.url, dyn = import("mod"), inf = 1e999, arr = [1, , ...a.b, 2], old = new Date; globalThis.localStorage.x = 1; delete window.foo?.bar; x.y += 2; x.z++; a = b = c.d;',
  'await import': 'export async function f() { const { A } = await import("x"); return [A, (await import("y")).default, await g.h(A)]; }',
  'patches': 'const o = { a: 1 }; o.b = 2; if (e) { o.c.d = 3; } Object.assign(o, p.q); const f = () => { o.g = 4; }; o[k] = 5; o["l"] ??= 6; for (const z of y.x) o.m = z; use(o); let u = {}; u = {}; u.v = 1;',
  'scripts': 'var a = require("a"); function f() { return a.b; } var g = f; g.h(a, f); with (a) { b.c(); }',
  'reassigned': 'function f(opts, cb) { opts = opts || {}; if (!cb) { cb = opts.cb; } let n = 0; n += 1; n++; return [opts.a, cb, n]; }',
  'lone surrogate': 'f.g("\\ud800", `\\udc00`);',
};

/** TypeScript. */
export const tsSamples: Readonly<Record<string, string>> = {
  'annotations': 'import type { Request, Response as Res } from "express"; import express = require("express"); import { Redis } from "ioredis"; const r: Redis = make(); let s: Redis | null = null; declare const t: express.Request; export function f(this: Foo, req: Request<{}, string, Body>, res?: Res, ...rest: any[]): void { const a = (req as unknown as Own).session!; const b = <Own>req; const c = { x: 1 } as const; const d = { y: 2 } satisfies Own; return b.f(a.g, c, d, r, s, t, rest as string[]); }',
  'classes': '@Injectable() export class A<T> extends B<T> implements C { private readonly redis: Redis; declare d: string; static s?: Date; abs!: number; constructor(private a: Redis, public readonly b = 1, @Inject("x") protected c?: import("y").Store) { super(); this.redis = a; } @Get("/:id") async get(@Param("id") id: string, @Req() req: Request) { return this.a.get(id); } over(a: string): void; over(a: any) { this.x = a; } accessor z = 3; [k: string]: unknown; } export abstract class D { abstract m(): void; abstract p: string; }',
  'types': 'import { X } from "x"; export interface A extends B, X.C<D> { a?: string; readonly b: Date; c: Buffer | null; "d-e": "x" | "y" | 1; f(): void; g: { h: number[]; i?: Array<X> }; j: readonly string[]; k: Partial<A>; [key: string]: unknown } type E = { a: X } & F & { b: boolean }; type G = "a" | "b"; export type H = X<G>; type I = import("z").Q<string>; type T = [string, number]; export { G };',
  'augmentation': 'import "express-session"; declare module "express-session" { interface SessionData { user?: User; journey: { email: string } } } declare global { namespace Express { interface Request { user: User } } interface Window { x: 1 } } namespace N.M { export interface P { a: 1 } export const q = r.s; }',
  'enums': 'export enum E { A, B = 5, C, D = "d", F = g.h, "i-j" } declare const enum K { L } const e = E.A; f(e, K.L); import Al = E.A; g(Al);',
  'export assignment': 'import x = require("y"); import z from "z"; const a = { b: x.c }; a.d = z; export = a;',
  'ambient': 'declare function f(a: string): void; declare let v: Redis; declare module "m"; export declare class K { a: string; m(): void; } export default interface Z { a: string } export as namespace Q;',
  'generics': 'const m = new Map<string, Session>(); f<A>(m.get<B>("x")!); const g = <T,>(x: T) => x; const h = f<string>; type Fn = (a: Request) => void; function over(a: 1): 1; function over(a: any) { return a.b; } abstract class Q {} let u; u = m.n; let y!: string; function asserts(x: unknown): asserts x is string {}',
};
