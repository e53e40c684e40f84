import { describe, expect, it } from 'vitest';
import { throughOxc } from './hosts.js';
import { effects } from './notation.js';

/** `[what, code, effects of the module body]` */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a write', 's.t.a = b;', ['write s.t.a = b']],
  ['an alias', 'const j = s.journey!; j.email = v;', ['read s.journey', 'write s.journey.email = v']],
  ['compound writes', 's.a += 1; s.b ??= c; s.d++;', ['write s.a += (+ s.a, 1)', 'write s.b ??= any??(s.b, c) [short-circuit 0 (! s.b)]', 'write s.d ++ (+ s.d, 1)']],
  ['the outermost chain is read', 'f(a.b.c, d);', ['read a.b.c', 'call f(a.b.c, d)']],
  ['the object of a callee is read', 'r.session.items.push(x); a.b();', ['read r.session.items', 'call r.session.items.push(x)', 'call a.b()']],
  ['chained calls, inner first', 'a.b(c.d).e();', ['read c.d', 'call a.b(c.d)', 'call a.b(c.d).e()']],
  ['a property of a result', 'f().a.b;', ['call f()', 'read f().a.b']],
  ['computed keys', 'a[b.c] = d[e.f];', ['read b.c', 'read e.f', 'read d[e.f]', 'write a[b.c] = d[e.f]']],
  ['destructuring', 'const { email, a: { b = 1 }, ...rest } = r.session;', ['read r.session.email', 'read r.session.a.b', 'read r.session']],
  ['destructuring to properties', '({ a: s.t, b: s.u = 1 } = p.q);', ['read p.q.a', 'write s.t = p.q.a', 'read p.q.b', 'write s.u = any??(p.q.b, 1)']],
  ['delete', 'delete s.a?.b; delete s[k];', ['delete s.a.b', 'delete s[k]']],
  ['imports are not read, globals are not', 'import * as n from "m"; f(n.a, window.b);', ['call f(import(m).a, b)']],
  ['require is no call', 'const a = require("m"); a.b();', ['call import(m).b()']],
  ['new and tagged templates', 'new A(b.c); t.u`${d.e}`;', ['read b.c', 'call new A(b.c)', 'read d.e', 'call t.u(`${d.e}`, d.e)']],
  ['if', 'if (a.b) c(); else d();', ['read a.b', 'call c() [if 0 a.b]', 'call d() [if 1 a.b]']],
  ['after an ending branch', '{ if (!a) throw b(); c(); } d();', ['call b() [if 0 (! a)] ends:throw', 'call c() [if 1 (! a)]', 'call d()']],
  ['after an ending else', 'for (;;) { if (a) b(); else { c(); continue; } d(); }', ['call b() [loop 0] [if 0 a]', 'call c() [loop 0] [if 1 a]', 'call d() [loop 0] [if 0 a]']],
  ['conditional and short circuit', 'a ? b() : c(); d && e() || f();', ['call b() [if 0 a]', 'call c() [if 1 a]', 'call e() [short-circuit 0 d]', 'call f() [short-circuit 0 (! any&&(d, e()))]']],
  ['loops', 'for (let i = f(); i < g(); h()) k(); while (a) l(); do m(); while (a); for (const n of o()) p(n);', ['call f()', 'call g()', 'call k() [loop 0 (< anywrites(f()), g())]']],
  ['switch', 'switch (k) { case 1: case 2: a(); break; case 3: b(); case 4: c(); break; default: d(); }', [
    'call a() [switch 1 anywrites((=== k, 1), (=== k, 2))]', 'call b() [switch 2 (=== k, 3)]', 'call c() [switch 3 anywrites((=== k, 3), (=== k, 4))]', 'call d() [switch 4]']],
  ['try', 'try { a(); } catch { b(); } finally { c(); }', ['call a() [try 0]', 'call b() [catch 1]', 'call c()']],
  ['decorators', '@A() class C { @B(x.y) m() {} }', ['call A()', 'read x.y', 'call B(x.y)']],
  ['fields', 'class C { a = f(); static b; }', ['call f()', 'write this0.a define f()']],
  ['updates in loops come last', 'for (;; a()) b();', ['call b() [loop 0]', 'call a() [loop 0]']],
];

describe('effects', () => {
  it.each(cases.filter(([what]) => what !== 'loops'))('%s', (_, code, expected) => {
    expect(effects(throughOxc(code, 'ts'))).toEqual(expected);
  });

  it('marks loops and where they are tested', () => {
    expect(effects(throughOxc('for (f(); g(); h()) k(); while (a) l(); do m(); while (b); for (const n of o()) p(n);'))).toEqual([
      'call f()', 'call g()', 'call k() [loop 0 g()]', 'call h() [loop 0 g()]', 'call l() [loop 0 a]', 'call m() [loop 0 b]', 'call o()', 'call p(o()[]) [loop 0]',
    ]);
  });

  it('numbers effects in evaluation order and names their statement', () => {
    const text = 'const a = f(g.h); if (a) { i(); }';
    const where = throughOxc(text).functions[0]?.effects.map(effect => effect.where) ?? [];
    expect(where.map(each => each.order)).toEqual([0, 1, 2]);
    expect(where.map(each => text.slice(...each.statement))).toEqual(['const a = f(g.h);', 'const a = f(g.h);', 'i();']);
  });

  it('gives different branches different names', () => {
    const arms = throughOxc('a && b() && c() && d();').functions[0]?.effects.map(effect => effect.where.arms.map(arm => arm.branch));
    expect(arms).toEqual([[5], [12], [19]]);
  });

  it('calls form elements and components', () => {
    expect(effects(throughOxc('const a = <div><input name="email" value={d.email}/><p/><Field/></div>;', 'jsx'))).toEqual([
      'read d.email', 'call <"input" {name: "email", value: d.email}>[]', 'call <Field {}>[]',
    ]);
  });

  it('starts functions without the arms around them', () => {
    expect(effects(throughOxc('if (a) { f(() => b()); }'), 1)).toEqual(['call b() ends:return']);
  });

  it('reads from destructured parameters', () => {
    expect(effects(throughOxc('function f({ body: { email } }, res) { res.send(email); }'), 1)).toEqual([
      'read param1.0.body.email', 'call param1.1.send(param1.0.body.email)',
    ]);
  });

  it('keeps early returns linear', () => {
    const text = `function f(a) { ${'if (a.b) return; g();'.repeat(3000)} }`;
    const arms = throughOxc(text).functions[1]?.effects.map(effect => effect.where.arms.length) ?? [];
    expect(Math.max(...arms)).toBeLessThanOrEqual(32);
  });
});
