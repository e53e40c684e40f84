import fc from 'fast-check';
import * as svelteParser from 'svelte-eslint-parser';
import * as vueParser from 'vue-eslint-parser';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { toParsedProgram } from '../../src/extract/from-source-code.js';
import { parseFile } from '../../src/scan/parse.js';
import { throughEslint, throughOxc } from './hosts.js';
import { effects } from './notation.js';
import { jsSamples, tsSamples } from './samples.js';

describe('hostile and foreign input', () => {
  it('reports what cannot be parsed', () => {
    expect(parseFile('a.js', 'let = = ;', 'js')).toHaveProperty('failed');
  });

  it('reads what the parser recovers from, and types in .js', () => {
    expect(effects(throughOxc('return a.b;'))).toEqual(['read a.b ends:return']);
    expect(effects(throughOxc('const a: string = b.c;'))).toEqual(['read b.c']);
  });

  it('strips the byte order mark', () => {
    expect(throughOxc('\uFEFFa.b;').functions[0]?.effects[0]?.at).toEqual([0, 3]);
  });

  it('has nothing to say about languages without scopes', () => {
    expect(toParsedProgram({ text: '{}', ast: { body: {} }, scopeManager: null, getAllComments: () => [] }, 'a.json', 'js')).toBeUndefined();
  });

  it('walks unknown nodes through their children', () => {
    const parsed = parseFile('a.js', 'a.b(c.d);', 'js');
    if ('failed' in parsed) throw new Error(parsed.failed);
    const wrapped = { type: 'FutureStatement', range: [0, 9] as [number, number], parent: undefined as unknown, inner: [...parsed.program.body] };
    wrapped.parent = wrapped;
    const summary = extract({ ...parsed, program: { type: 'Program', body: [wrapped as never] } });
    expect(effects(summary)).toEqual(['read c.d', 'call a.b(c.d)']);
  });

  it('is linear in generated code', () => {
    const long: readonly string[] = [
      `function f() { if (a.b) { c(); } ${'else if (a.b) { return; }'.repeat(2000)} }`,
      `let o; ${'o = a.b; '.repeat(5000)} f(o);`,
      `switch (a) { ${Array.from({ length: 5000 }, (_, i) => `case ${i}: b();`).join('')} }`,
      `let n = 0; ${'n = f(n, n); '.repeat(2000)}`,
    ];
    for (const text of long) expect(JSON.stringify(throughOxc(text)).length, text.slice(0, 30)).toBeLessThan(text.length * 200);
  }, 60_000);

  it('reads long files of chained calls and sums that are typical', () => {
    const chain = `x${'.a()'.repeat(300)};`;
    expect(throughOxc(chain).functions[0]?.effects).toHaveLength(300);
    expect(() => throughOxc(`f(${Array.from({ length: 1000 }, (_, i) => `a.b${i}`).join(' + ')});`)).not.toThrow();
  });

  it('has ranges of the file in Vue and Svelte components', () => {
    const vue = '<template><p/></template>\n<script>\nimport a from "a";\nexport default { data() { return a.b(c.d); } };\n</script>\n';
    const inVue = throughEslint(vue, 'vue', 'module', vueParser);
    expect(inVue.functions[1]?.effects.map(effect => vue.slice(...effect.at))).toEqual(['c.d', 'a.b(c.d)']);
    expect(vue.slice(inVue.anchors.afterDirectives)).toMatch(/^import a/);
    const svelte = '<script>\nimport a from "a";\nlet b = a.c(d.e);\n</script>\n<input bind:value={b} on:click={() => a.f(b)}/>\n';
    const inSvelte = throughEslint(svelte, 'svelte', 'module', svelteParser);
    expect(inSvelte.functions[0]?.effects.map(effect => svelte.slice(...effect.at))).toEqual(['d.e', 'a.c(d.e)']);
    expect(inSvelte.functions[1]?.effects.map(effect => svelte.slice(...effect.at))).toEqual(['a.f(b)']);
  });

  it('never throws and never points outside of the file, whatever is cut out of code', () => {
    const samples = [...Object.values(jsSamples).map(text => ['jsx', text] as const), ...Object.values(tsSamples).map(text => ['ts', text] as const)];
    fc.assert(fc.property(fc.constantFrom(...samples), fc.nat(), fc.nat(30), ([dialect, text], at, length) => {
      const start = at % (text.length + 1);
      const parsed = parseFile(`a.${dialect}`, text.slice(0, start) + text.slice(start + length), dialect);
      if ('failed' in parsed) return;
      const summary = extract(parsed);
      const size = summary.values.length;
      for (const fn of summary.functions) {
        for (const effect of fn.effects) {
          expect('target' in effect ? effect.target : effect.call).toBeLessThan(size);
          expect(effect.at[1]).toBeLessThanOrEqual(summary.length);
        }
      }
      expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    }), { numRuns: 300 });
  }, 60_000);
});
