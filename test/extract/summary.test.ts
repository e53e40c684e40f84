import { describe, expect, it } from 'vitest';
import { throughOxc } from './hosts.js';
import { exported, show, showType } from './notation.js';

function handlers(code: string): (string | undefined)[] {
  return throughOxc(code).functions.slice(1).map(fn => fn.shape && `${fn.params.length}`);
}

describe('functions', () => {
  it('names them by variable, property, method, assignment and own name', () => {
    const code = 'function a() {} const b = () => {}; const o = { c() {}, d: function () {}, "e-f": () => {} }; class C { g() {} h = () => {} } exports.i = function () {}; x.j.k = () => {}; module.exports = () => {}; use(() => {}); const { l = () => {} } = o;';
    expect(throughOxc(code).functions.map(fn => fn.name)).toEqual(['(module)', 'a', 'b', 'c', 'd', 'e-f', 'g', 'h', 'i', 'k', undefined, undefined, 'l']);
  });

  it('describes parameters', () => {
    const summary = throughOxc('import type { Request } from "express"; function f(this: X, req: Request, { a }: Opts = {}, n = 1, ...rest) {}', 'ts');
    const params = summary.functions[1]?.params.map(param => [param.name, param.type && showType(param.type), param.default === undefined ? undefined : show(summary, param.default), param.rest]);
    expect(params).toEqual([['req', 'Request@express.Request', undefined, undefined], [undefined, 'Opts', '{}', undefined], ['n', undefined, '1', undefined], ['rest', undefined, undefined, true]]);
  });

  it('keeps the type that is written for a function, or for the object that it stands in', () => {
    const code = `import type { Actions, Load } from './$types';
      const a: Load = () => {}; const b = (async () => {}) satisfies Load; const c: Actions = { d: () => {}, e() {}, f: { g: () => {} } }; const h = { i: () => {} } satisfies Actions;
      const j = () => {}; const k: Load[] = [() => {}]; const l: Load = wrap(() => {});`;
    expect(throughOxc(code, 'ts').functions.flatMap(({ name, writtenType }) => (writtenType ? [[name, showType(writtenType.type), writtenType.property]] : []))).toEqual([
      ['a', 'Load@./$types.Load', undefined], ['b', 'Load@./$types.Load', undefined],
      ['d', 'Actions@./$types.Actions', true], ['e', 'Actions@./$types.Actions', true], ['i', 'Actions@./$types.Actions', true],
    ]);
  });

  it('binds destructured parameters to members of the parameter', () => {
    const summary = throughOxc('function f(a, { b: { c = 1 }, ...d }, [e]) { return [a, c, d, e]; }');
    const [result] = summary.functions[1]?.returns ?? [];
    expect(result !== undefined && show(summary, result)).toBe('[param1.0, any??(param1.1.b.c, 1), param1.1, param1.2.0]');
  });

  it('returns one value for each return', () => {
    const summary = throughOxc('const f = async a => a.b; function* g(a) { if (a) return 1; return; }');
    expect(summary.functions.map(fn => fn.returns.map(value => show(summary, value)))).toEqual([[], ['param1.0.b'], ['1', 'undefined']]);
    expect(summary.functions.map(fn => [fn.async, fn.generator])).toEqual([[false, false], [true, false], [false, true]]);
  });

  it('takes a default behind the declaration for what it is', () => {
    const summary = throughOxc('function f(o) { o = o || {}; return o.a; }');
    const [result] = summary.functions[1]?.returns ?? [];
    expect(result !== undefined && show(summary, result)).toBe('anywrites(param1.0, any||(param1.0, {})).a');
  });

  it('knows request handlers by names and use', () => {
    expect(handlers('(req, res) => res.send(1); (request, response, next) => { request.body; }; (err, req, res, next) => { cb(() => res.end()); }; (_req, res) => { const { locals } = res; }')).toEqual(['2', '3', '4', undefined, '2']);
    expect(handlers('(req, res) => req.other; (req, res, done) => res.end(); (a, req, res, next) => res.end(); (res) => res.end(); (req, res) => res.other()')).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(handlers('(req, res) => fetch(res => res.json())')).toEqual([undefined, undefined]);
  });
});

describe('classes', () => {
  const code = 'class A extends B.C { #p = 1; static s = 2; x; constructor(private r: Redis, public n = 3, plain) { super(); this.y = n; this.h = this.h.bind(this); } h() { this.late = 4; } get g() { return 1; } set g(v) {} static { this.t = 5; } d: Date; go = () => this.r.get(); }';
  const summary = throughOxc(code, 'ts');
  const [first] = summary.classes;

  it('lists members', () => {
    expect(first?.members.map(member => `${member.static ? 'static ' : ''}${member.name}: ${show(summary, member.value)}`)).toEqual([
      '#p: 1', 'static s: 2', 'constructor: fn1', 'y: any??(param1.1, 3)', 'h: this0.h.bind(this0)', 'r: param1.0', 'n: param1.1', 'h: fn2', 'late: 4', 'g: fn3', 'static t: 5', 'go: fn5',
    ].map(line => line.replace('any??(param1.1, 3)', 'param1.1')));
  });

  it('lists declared types, base and owner', () => {
    expect(first?.fieldTypes.map(({ name, type }) => `${name}: ${showType(type)}`)).toEqual(['r: Redis', 'd: Date']);
    expect(first?.extends !== undefined && show(summary, first.extends)).toBe('B.C');
    expect(summary.functions.map(fn => fn.class)).toEqual([undefined, 0, 0, 0, 0, 0]);
  });

  it('does not take methods of objects in a class for its own', () => {
    const other = throughOxc('class A { m() { return { n() { this.x = 1; } }; } }');
    expect(other.classes[0]?.members.map(member => member.name)).toEqual(['m']);
  });
});

describe('exports', () => {
  it('of ES modules', () => {
    const summary = throughOxc('export const a = 1, { b, c: [d] } = o; export function f() {} export default class {} const g = 2; export { g as h, g as default2 }; export { i, j as k } from "m"; export * from "n"; export * as l from "p";');
    expect(summary.exports.map(({ name, value }) => `${name} ${show(summary, value)}`)).toEqual(['a 1', 'b o.b', 'd o.c.0', 'f fn1', 'default class0', 'h 2', 'default2 2', 'i import(m).i', 'k import(m).j', 'l import(p).*']);
    expect(summary.reexports).toEqual(['n']);
    expect(summary.anchors.moduleKind).toBe('esm');
  });

  it('of CommonJS', () => {
    const summary = throughOxc('exports = module.exports = { a: b }; exports.c = 1; module.exports.d = 2; module["exports"]["e"] = 3; function f(exports) { exports.no = 1; }');
    expect(summary.exports.map(({ name, value }) => `${name} ${show(summary, value)}`)).toEqual(['module.exports {a: b}', 'c 1', 'd 2', 'e 3']);
    expect(summary.anchors.moduleKind).toBe('cjs');
  });

  it('of TypeScript', () => {
    const summary = throughOxc('const a = {}; a.b = 1; interface T {} export { T }; export = a;', 'ts');
    expect(summary.exports.map(({ name, value }) => `${name} ${show(summary, value)}`)).toEqual(['module.exports patched({}; .b = 1 must)']);
    expect(summary.types.map(type => type.exported)).toEqual([true]);
  });

  it('the patched variable', () => {
    expect(exported(throughOxc('export const x = {}; x.a = 1;'))).toBe('patched({}; .a = 1 must)');
    expect(exported(throughOxc('const api = module.exports = {}; api.a = 1;'), 'module.exports')).toBe('patched({}; .a = 1 must)');
  });
});

describe('types', () => {
  it('reads interfaces and aliases', () => {
    const { types } = throughOxc('import { X } from "x"; export interface A extends B, X.C<D> { a?: string; b: Date; c: Buffer | null; "d": "x" | 1; e(): void; f: { g: number[] }; h: Array<X>; i: Partial<A> } type E = { a: X } & F; type G = "a" | "b"', 'ts');
    const ref = { name: 'X', from: 'x', imported: 'X' };
    expect(types.map(({ at: _, members, ...rest }) => ({ ...rest, members: members.map(({ name, optional, type }) => [name, optional, type]) }))).toEqual([
      {
        name: 'A', kind: 'interface', exported: true, extends: [{ name: 'B' }, { name: 'X.C', from: 'x', imported: 'X', args: [{ name: 'D' }] }],
        members: [
          ['a', true, 'string'], ['b', false, 'date'], ['c', false, { union: ['binary', 'null'] }], ['d', false, { literals: ['x', 1] }], ['e', false, 'unknown'],
          ['f', false, { object: [{ name: 'g', optional: false, type: { array: 'number' } }] }], ['h', false, { array: { ref } }], ['i', false, { ref: { name: 'Partial', args: [{ name: 'A' }] } }],
        ],
      },
      { name: 'E', kind: 'alias', exported: false, extends: [{ name: 'F' }], members: [['a', false, { ref }]] },
      { name: 'G', kind: 'alias', exported: false, extends: [], members: [], shape: { literals: ['a', 'b'] } },
    ]);
  });

  it('reads augmentations', () => {
    const { types } = throughOxc('export {}; declare module "express-session" { interface SessionData { a: string } } declare global { namespace Express { interface Request { b: string } } interface Window {} } namespace N.M { export interface P {} }', 'ts');
    expect(types.map(({ name, augments, exported: isExported }) => [name, augments, isExported])).toEqual([
      ['SessionData', 'express-session', false], ['Express.Request', 'global', false], ['Window', 'global', false], ['N.M.P', undefined, true],
    ]);
  });

  it('takes a namespace in a script for a global one', () => {
    const { types } = throughOxc('declare namespace Express { interface Request { a: string } }', 'ts', 'types.d.ts');
    expect(types.map(({ name, augments }) => [name, augments])).toEqual([['Express.Request', 'global']]);
  });
});

describe('the text', () => {
  it('keeps comments and lines', () => {
    const summary = throughOxc('#!/usr/bin/env node\r\n// a\rb(); /* c\u2028 */\n');
    expect(summary.comments).toEqual([{ at: [21, 25], text: ' a', block: false }, { at: [31, 39], text: ' c\u2028 ', block: true }]);
    expect(summary.lines).toEqual([0, 21, 26, 36, 40]);
    expect(summary.length).toBe(40);
  });

  it('sees how the file is written', () => {
    expect(throughOxc("'use strict'\nif (a) {\n\tb('c')\n\td()\n}\n").style).toEqual({ quote: "'", semicolons: false, indent: '\t', eol: '\n' });
    expect(throughOxc('if (a) {\r\n    b("c");\r\n    if (d) {\r\n        e();\r\n    }\r\n}\r\n').style).toEqual({ quote: '"', semicolons: true, indent: '    ', eol: '\r\n' });
    expect(throughOxc('').style).toEqual({ quote: "'", semicolons: true, indent: '  ', eol: '\n' });
  });

  it('tells how numbers are written that something is given', () => {
    const code = 'import { DAY } from "t"; const HOUR = 60 * 60; const ttl = HOUR; s({ maxAge: ttl }); r.set(k, v, "EX", 1000 * f(x), { n }); o.age = (5); t(DAY, a + "b", C.TTL, env || 1);';
    const found = throughOxc(code).spellings ?? [];
    const text = ([start, end]: readonly [number, number]): string => code.slice(start, end);
    expect(found.map(({ at, of, argument, names, declared, plain }) => [text(at), text(of), argument, names.join(), declared.map(text).join(), plain === true])).toEqual([
      ['60 * 60', 'HOUR', undefined, '', '', true],
      ['ttl', 'maxAge: ttl', undefined, 'ttl,HOUR', 'ttl = HOUR,HOUR = 60 * 60', false],
      ['1000 * f(x)', 'r.set(k, v, "EX", 1000 * f(x), { n })', 3, '', '', false],
      ['5', 'o.age = (5)', undefined, '', '', true],
      ['DAY', 't(DAY, a + "b", C.TTL, env || 1)', 0, 'DAY', '', false],
      ['C.TTL', 't(DAY, a + "b", C.TTL, env || 1)', 2, '', '', false],
      ['env || 1', 't(DAY, a + "b", C.TTL, env || 1)', 3, '', '', false],
    ]);
  });

  it('tells which calls are waited for, and what holds their results', () => {
    const code = 'const a = await f(1); let b = await g(); b = await g(); const { c } = await h(); x = (await f(a)).y; await p; for await (const d of e()) await d.k();';
    const summary = throughOxc(code);
    const text = ([start, end]: readonly [number, number]): string => code.slice(start, end);
    expect(summary.awaits?.map(({ at, call, name }) => [text(at), summary.values[call]?.k, name])).toEqual([
      ['await f(1)', 'call', 'a'],
      ['await g()', 'call', undefined],
      ['await g()', 'call', undefined],
      ['await h()', 'call', undefined],
      ['await f(a)', 'call', undefined],
      ['await d.k()', 'call', undefined],
    ]);
  });

  it('knows where imports go', () => {
    expect(throughOxc('#!/bin/x\n"use strict";\nf();').anchors).toEqual({ afterDirectives: 22, moduleKind: 'esm' });
    expect(throughOxc('#!/bin/x\nf();').anchors.afterDirectives).toBe(8);
    expect(throughOxc('import "a";\nimport b from "b";\nb();').anchors).toEqual({ afterDirectives: 0, lastImportEnd: 30, moduleKind: 'esm' });
    expect(throughOxc('const a = require("a");\nconst { b } = require("b").c;\nfoo();').anchors).toEqual({ afterDirectives: 0, lastImportEnd: 53, moduleKind: 'cjs' });
  });
});
