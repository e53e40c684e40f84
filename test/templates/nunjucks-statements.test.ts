import { describe, expect, it } from 'vitest';
import { SummaryView } from './summary-view.js';

describe('nunjucks statements', () => {
  it('is a module with one exported function of the context', () => {
    const { summary } = new SummaryView('<p>{{ a }}</p>\r\n');
    expect(summary.functions.map(({ id, name, at, params, parent }) => ({ id, name, at, params, parent }))).toEqual([
      { id: 0, name: '(module)', at: [0, 16], params: [], parent: undefined },
      { id: 1, name: '(template)', at: [0, 16], params: [{ name: 'context' }], parent: undefined },
    ]);
    expect(summary.functions[0]!.effects).toEqual([]);
    expect(summary.exports.map(({ name, value }) => [name, summary.values[value]])).toEqual([['default', { k: 'function', id: 1 }]]);
    expect(summary).toMatchObject({ dialect: 'nunjucks', length: 16, lines: [0, 16], style: { eol: '\r\n' } });
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('nests elif in the other arm of its if', () => {
    const text = '{% if a %}{{ f() }}{% elif b %}{{ g() }}{% else %}{{ h() }}{% endif %}{{ i() }}';
    const view = new SummaryView(text);
    expect(view.effects().filter(({ e }) => e === 'call').map(({ value, arms }) => [value, ...arms])).toEqual([
      ['$.f()', 'if 0: $.a'],
      ['$.g()', 'if 1: $.a', 'if 0: $.b'],
      ['$.h()', 'if 1: $.a', 'if 1: $.b'],
      ['$.i()'],
    ]);
    const branches = view.effectsOf('(template)').flatMap(({ where }) => where.arms.map(({ branch }) => branch));
    expect([...new Set(branches)]).toEqual([0, text.indexOf('{% elif')]);
  });

  it('names the element of a loop, and guards its else', () => {
    const view = new SummaryView('{% for p in data.people %}{{ f(p.name, loop.index) }}{% else %}{{ g() }}{% endfor %}{{ p }}');
    expect(view.effects().map(({ value, arms }) => [value, ...arms])).toEqual([
      ['$.data.people'],
      ['$.data.people[].name', 'loop 0'],
      ['?dynamic.index', 'loop 0'],
      ['$.f($.data.people[].name, ?dynamic.index)', 'loop 0'],
      ['$.g()', 'if 1: $.data.people'],
      ['$.p'],
    ]);
    expect(new SummaryView('{% for k, v in o %}{{ f(k, v) }}{% endfor %}').calls()).toEqual(['$.f(?dynamic, $.o[])']);
  });

  it('makes each case of a switch an arm', () => {
    const view = new SummaryView('{% switch s %}{% case "a" %}{{ f() }}{% case "b" %}{{ g() }}{% default %}{{ h() }}{% endswitch %}');
    expect(view.effects().filter(({ e }) => e === 'call').map(({ arms }) => arms)).toEqual([['switch 0: ===($.s, "a")'], ['switch 1: ===($.s, "b")'], ['switch 2']]);
  });

  it('substitutes variables', () => {
    expect(new SummaryView('{% set e = data.email %}{{ f(e) }}{% set e = 1 %}{{ f(e) }}').calls()).toEqual(['$.f($.data.email)', '$.f(1)']);
    expect(new SummaryView('{% set a, b = x %}{{ f(a, b) }}').calls()).toEqual(['$.f($.x, $.x)']);
    expect(new SummaryView('{% set t %}<b>{{ g() }}</b>{% endset %}{{ f(t) }}').calls()).toEqual(['$.g()', '$.f(?dynamic)']);
  });

  it('joins what branches assign', () => {
    const inBranches = (text: string): string => new SummaryView(`${text}{{ f(v) }}`).calls().at(-1)!;
    expect(inBranches('{% set v = 1 %}{% if a %}{% set v = 2 %}{% endif %}')).toBe('$.f((2 writes 1))');
    expect(inBranches('{% if a %}{% set v = 2 %}{% else %}{% set v = 3 %}{% endif %}')).toBe('$.f((2 writes 3))');
    expect(inBranches('{% if a %}{% set v = 2 %}{% endif %}')).toBe('$.f((2 writes $.v))');
    expect(inBranches('{% set v = 1 %}{% for i in l %}{% set v = i %}{% endfor %}')).toBe('$.f((1 writes $.l[]))');
    expect(inBranches('{% for i in l %}{% set v = i %}{% endfor %}')).toBe('$.f($.v)');
    expect(inBranches('{% block b %}{% set v = 1 %}{% endblock %}')).toBe('$.f($.v)');
  });

  it('knows inside of a branch what it assigned, and in a loop that it may have run before', () => {
    expect(new SummaryView('{% if a %}{% set v = 2 %}{{ f(v) }}{% endif %}').calls()).toEqual(['$.f(2)']);
    expect(new SummaryView('{% set v = 1 %}{% for i in l %}{{ f(v) }}{% if i %}{% set v = i %}{% endif %}{% endfor %}').calls()).toEqual(['$.f((1 writes ?dynamic))']);
  });

  it('imports macros under their names', () => {
    const text = '{% from "govuk/input.njk" import govukInput as gi, other %}{% import "x.njk" as forms %}{{ gi(1) }}{{ other() }}{{ forms.field(2) }}';
    expect(new SummaryView(text).calls()).toEqual(['<govuk/input.njk>.govukInput(1)', '<govuk/input.njk>.other()', '<x.njk>.*.field(2)']);
  });

  it('calls included and extended templates with the context, the parent last', () => {
    const view = new SummaryView('{% extends "layout.njk" %}{% block content %}{% include "a.njk" %}{% endblock %}{{ f() }}');
    expect(view.effects().map(({ source, value }) => [source, value])).toEqual([
      ['{% include "a.njk" %}', '<a.njk>.default($)'],
      ['f()', '$.f()'],
      ['{% extends "layout.njk" %}', '<layout.njk>.default($)'],
    ]);
  });

  it('shows an included template the variables around it', () => {
    expect(new SummaryView('{% set v = data.email %}{% for i in l %}{% include "a.njk" %}{% endfor %}').calls()).toEqual([
      '<a.njk>.default({ ...$, i: $.l[], loop: ?dynamic, v: $.data.email })',
    ]);
    expect(new SummaryView('{% extends "l.njk" %}{% set title = "t" %}').calls()).toEqual(['<l.njk>.default({ ...$, title: "t" })']);
  });

  it('includes one of several, or an unknown one', () => {
    expect(new SummaryView('{% include ["a.njk", "b.njk"] %}{% include name %}{% extends "x" if y else "z" %}').calls()).toEqual([
      '(<a.njk>.default writes <b.njk>.default)($)',
      '?dynamic($)',
      '(<x>.default writes <z>.default)($)',
    ]);
  });

  it('makes macros functions of their own', () => {
    const text = '{{ m("x") }}{% macro m(name, value="v", hint=data.hint) %}{{ f(name, value, other) }}{{ m(1) }}{{ caller() }}{% endmacro %}';
    const view = new SummaryView(text);
    expect(view.calls()).toEqual(['m("x")']);
    expect(view.calls('m')).toEqual(['$.f(m#0, m#1, $.other)', 'm(1)', '?dynamic()']);
    const macro = view.summary.functions[2]!;
    expect(macro).toMatchObject({ name: 'm', parent: 1 });
    expect(view.source(macro.at)).toBe(text.slice(text.indexOf('{% macro')));
    expect(macro.params.map(({ name, default: value }) => [name, value === undefined ? undefined : view.show(value)])).toEqual([
      ['name', undefined],
      ['value', '"v"'],
      ['hint', '$.data.hint'],
    ]);
    expect(view.summary.exports.map(({ name, value }) => `${name} = ${view.show(value)}`)).toEqual(['default = (template)', 'm = m']);
  });

  it('exports what nunjucks exports', () => {
    const text = '{% set shared = 1 %}{% set _own = 2 %}{% from "a" import b %}{% macro _p() %}{% endmacro %}{% macro default() %}{% endmacro %}';
    expect(new SummaryView(text).summary.exports.map(({ name }) => name)).toEqual(['default', 'shared']);
  });

  it('calls a macro with a body, which is read in place', () => {
    const view = new SummaryView('{% call(item) list(items, n=1) %}{{ f(item, x) }}{% endcall %}{% call box() %}{{ g() }}{% endcall %}');
    expect(view.effects().filter(({ e }) => e === 'call').map(({ source, value }) => [source, value])).toEqual([
      ['list(items, n=1)', '$.list($.items, { __keywords: true, n: 1 })'],
      ['f(item, x)', '$.f(?dynamic, $.x)'],
      ['box()', '$.box()'],
      ['g()', '$.g()'],
    ]);
  });

  it('filters a body', () => {
    expect(new SummaryView('{% filter replace("a", b) %}{{ f() }}{% endfilter %}').effects().map(({ source, value }) => [source, value])).toEqual([
      ['b', '$.b'],
      ['replace("a", b)', '|replace(?dynamic, "a", $.b)'],
      ['f()', '$.f()'],
    ]);
  });

  it('leaves super and raw text alone', () => {
    expect(new SummaryView('{% block a %}{{ super() }}{% endblock %}{% raw %}{{ x }}<input name="y">{% endraw %}{% verbatim %}{% nope {% endverbatim %}{{ z }}').effects()).toMatchObject([{ value: '$.z' }]);
  });

  it('skips custom tags, however many', () => {
    const view = new SummaryView(`${'{% trans x.y, k="%" @ %}{{ a }}{% endtrans %}'.repeat(200)}{% header %}<input name="q">`);
    expect(view.reads()).toHaveLength(200);
    expect(view.calls()).toEqual(['<input { name: "q" }>']);
  });

  it('has template and HTML comments, and nothing of what is in them', () => {
    const view = new SummaryView('{#- one {{ x }} -#}\n<!-- two <input name="a"> {{ govukInput({}) }} {# three #} -->{{ y }}');
    expect(view.summary.comments.map(({ at, text, block }) => [view.source(at), text, block])).toEqual([
      ['{#- one {{ x }} -#}', ' one {{ x }} ', true],
      ['<!-- two <input name="a"> {{ govukInput({}) }} {# three #} -->', ' two <input name="a"> {{ govukInput({}) }} {# three #} ', true],
      ['{# three #}', ' three ', true],
    ]);
    expect(view.effects().map(({ value }) => value)).toEqual(['$.y']);
  });
});
