import { describe, expect, it } from 'vitest';
import { SummaryView } from './summary-view.js';

/** The value of `{{ code }}`, as an argument of a call so that it need not be a member. */
function valueOf(code: string): string {
  const calls = new SummaryView(`{{ probe(${code}) }}`).calls();
  return calls.at(-1)!.replace(/^\$\.probe\((.*)\)$/s, '$1');
}

describe('nunjucks expressions', () => {
  it.each([
    ['data.email', '$.data.email'],
    ['data["first-name"]', '$.data.first-name'],
    ['items[0]', '$.items.0'],
    ['values[key]', '$.values[$.key]'],
    ['"a"', '"a"'],
    ['-1.5', '-1.5'],
    ['true', 'true'],
    ['none', 'null'],
    ['[a, 2]', '[$.a, 2]'],
    ['{ name: a, "b-c": 1, 2: 3 }', '{ name: $.a, b-c: 1, 2: 3 }'],
    ['a or b or c', '($.a || $.b || $.c)'],
    ['a and b', '($.a && $.b)'],
    ['not a', '!($.a)'],
    ['a == "x"', '==($.a, "x")'],
    ['a !== b', '!==($.a, $.b)'],
    ['"x" in a.list', 'in("x", $.a.list)'],
    ['a not in b', '!(in($.a, $.b))'],
    ['"x" if a else "y"', '("x" ?: "y")'],
    ['"x" if a', '("x" ?: undefined)'],
    ['a ~ "-" ~ b', '+(+($.a, "-"), $.b)'],
    ['a + 1 * 2', '+($.a, *(1, 2))'],
    ['a is defined', 'is defined($.a)'],
    ['a is not defined', '!(is defined($.a))'],
    ['a is divisibleby(3)', 'is divisibleby($.a, 3)'],
    ['a is none', 'is none($.a)'],
    ['a | default("")', '|default($.a, "")'],
    ['a.b | trim | lower', '|lower(|trim($.a.b))'],
    ['(a or b).c', '($.a || $.b).c'],
    ['f(a)(b).c', '$.f($.a)($.b).c'],
    ['r/^a\\d/i', '/^a\\d/i'],
    ['__proto__.constructor', '$.__proto__.constructor'],
    ['{ __proto__: 1, constructor: a }', '{ __proto__: 1, constructor: $.a }'],
  ])('%s', (code, value) => {
    expect(valueOf(code)).toBe(value);
  });

  it('gives keyword arguments as one marked object behind the positional ones', () => {
    expect(valueOf('a, name="email", value=data.email')).toBe('$.a, { __keywords: true, name: "email", value: $.data.email }');
  });

  it('caps the cases of a chain at eight', () => {
    expect(valueOf('a or b or c or d or e or f or g or h or i or j')).toBe('?budget');
  });

  it('has ranges of calls, filters, members, objects and entries in the file', () => {
    const view = new SummaryView('<p>é 😀 {{ a . b }}\r\n{{ gov["x"].input( { name : "q)" , v: [1, (2)] } ) | safe }}</p>');
    expect(view.effects().map(({ e, source }) => `${e} ${source}`)).toEqual([
      'read a . b',
      'call gov["x"].input( { name : "q)" , v: [1, (2)] } )',
      'call gov["x"].input( { name : "q)" , v: [1, (2)] } ) | safe',
    ]);
    const object = view.summary.values.find((value) => value.k === 'object')!;
    expect(object.k === 'object' && [object.at, ...object.entries.map(({ at }) => at)].map((at) => view.source(at))).toEqual([
      '{ name : "q)" , v: [1, (2)] }',
      'name : "q)"',
      'v: [1, (2)]',
    ]);
    const array = view.summary.values.find((value) => value.k === 'array')!;
    expect(array.k === 'array' && view.source(array.at)).toBe('[1, (2)]');
    expect(view.effectsOf('(template)').map(({ where }) => view.source(where.statement))).toEqual([
      '{{ a . b }}',
      '{{ gov["x"].input( { name : "q)" , v: [1, (2)] } ) | safe }}',
      '{{ gov["x"].input( { name : "q)" , v: [1, (2)] } ) | safe }}',
    ]);
  });

  it('reads whole chains, not callees, and keys on their own', () => {
    expect(new SummaryView('{{ a.b.c }}{{ f.g(x.y) }}{{ m[k.l] }}').reads()).toEqual(['$.a.b.c', '$.x.y', '$.k.l', '$.m[$.k.l]']);
  });

  it('puts what may not be evaluated under an arm', () => {
    const arms = new SummaryView('{{ f() if a else g() }}{{ b or h() }}{{ c and i() }}').effects().filter(({ e }) => e === 'call');
    expect(arms.map(({ value, arms: [arm] }) => [value, arm])).toEqual([
      ['$.f()', 'if 0: $.a'],
      ['$.g()', 'if 1: $.a'],
      ['$.h()', 'short-circuit 0: !($.b)'],
      ['$.i()', 'short-circuit 0: $.c'],
    ]);
  });

  it('evaluates arguments before their call', () => {
    const view = new SummaryView('{{ outer(inner(a), b) }}');
    expect(view.effects().map(({ source }) => source)).toEqual(['a', 'inner(a)', 'b', 'outer(inner(a), b)']);
    expect(view.effectsOf('(template)').map(({ where }) => where.order)).toEqual([0, 1, 2, 3]);
  });

  it('closes strings that hold tag ends', () => {
    expect(new SummaryView('{{ "}}" }}{{ f("%}", \'{{ x }}\') }}').calls()).toEqual(['$.f("%}", "{{ x }}")']);
  });
});
