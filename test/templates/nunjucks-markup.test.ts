import { describe, expect, it } from 'vitest';
import { SummaryView } from './summary-view.js';

const elements = (text: string): string[] => new SummaryView(text).calls().filter((call) => call.startsWith('<') && !call.includes('>.'));

describe('markup of nunjucks templates', () => {
  it('has an effect at the start tag of each field and form', () => {
    const view = new SummaryView('<p>😀 é</p>\r\n<form method=post>\r\n<INPUT Name="email" type=email required>\r\n<select name="c"></select>\r\n<textarea name="t"></textarea><button>x</button></form>');
    expect(view.effects().map(({ source }) => source)).toEqual(['<form method=post>', '<INPUT Name="email" type=email required>', '<select name="c">', '<textarea name="t">']);
    expect(view.calls()).toEqual([
      '<form { method: "post" }>',
      '<input { name: "email", type: "email", required: true, (form): { method: "post" } }>',
      '<select { name: "c", (options): [], (form): { method: "post" } }>',
      '<textarea { name: "t", (content): "", (form): { method: "post" } }>',
    ]);
  });

  it('has ranges of attributes in the file', () => {
    const view = new SummaryView('{{ long }}<input {# c #} id=a  value = "{{ data.email }}" {% if x %}checked{% endif %}/>');
    const object = view.summary.values.find((value) => value.k === 'object')!;
    expect(object.k === 'object' && object.entries.map(({ key, at }) => [key, view.source(at)])).toEqual([
      ['id', 'id=a'],
      ['value', 'value = "{{ data.email }}"'],
      ['checked', 'checked'],
    ]);
  });

  it.each([
    ['value="{{ data.email }}"', 'value: $.data.email'],
    ["value='{{ data.email | default('') }}'", 'value: |default($.data.email, "")'],
    ['value={{ data.email }}', 'value: $.data.email'],
    ['value={{ data.email }}/', 'value: $.data.email'],
    ['value=""', 'value: ""'],
    ['value="Tom &amp; &#39;Co&#x27;"', 'value: "Tom & \'Co\'"'],
    ['name="items[{{ i }}][{{ j }}]"', 'name: `items[${$.i}][${$.j}]`'],
    ['value="{% if data.email %}{{ data.email }}{% endif %}"', 'value: ($.data.email ?: "")'],
    ['value="{% if a %}x{% elif b %}y{% else %}z{% endif %}!"', 'value: `${("x" ?: "y" ?: "z")}!`'],
    ['value="{% if a %}{% if b %}1{% endif %}2{% endif %}"', 'value: (`${("1" ?: "")}2` ?: "")'],
    ['value="a > b {# > #}" name="x"', 'value: "a > b ", name: "x"'],
    ['{% if x %}checked{% endif %}', 'checked: ($.x && true)'],
    ['{% if x %} checked {% else %} disabled{% endif %}', 'checked: ($.x && true), disabled: (!($.x) && true)'],
    ['{%- if x == "a" -%} value="{{ y }}"{% endif %} id=z', 'value: (==($.x, "a") && $.y), id: "z"'],
    ['{% if x %}value="1"{% else %}value="2"{% endif %}', 'value: (($.x && "1") writes (!($.x) && "2"))'],
    ['{{ "checked" if x == y }}', 'checked: (==($.x, $.y) && true)'],
    ['{{ "checked" if x else "" }} name=a', 'checked: ($.x && true), name: "a"'],
    ['{{ x and \'checked="checked"\' }}', 'checked: ($.x && true)'],
    ['{% if a %}{% if b %}checked{% endif %}{% endif %}', 'checked: ($.a && $.b && true)'],
  ])('<input %s>', (attributes, expected) => {
    expect(elements(`<input ${attributes}>`)).toEqual([`<input { ${expected} }>`]);
    expect(elements(`<input\n\t${attributes}\r\n>`)).toHaveLength(1);
  });

  it('knows that other attributes may be there', () => {
    const view = new SummaryView('<input name="sms" {{ checked("contact", "sms") }} data-{{ x }}="y">');
    expect(view.calls().at(-1)).toBe('<input { ...$.checked("contact", "sms"), name: "sms" }>');
    expect(view.summary.values.find((value) => value.k === 'object')).toMatchObject({ open: true, spreads: [{ before: 1 }] });
  });

  it('sees a tag that touches the element name', () => {
    expect(elements('<input{% if x %} checked{% endif %} name="a"><input{{ attributes }}>')).toEqual(['<input { checked: ($.x && true), name: "a" }>', '<input { ...$.attributes }>']);
  });

  it('stands under the arms of the tags around it', () => {
    const view = new SummaryView('{% if not data.email %}<p><input name="email"></p>{% else %}<input type="hidden">{% endif %}<input name="z">{% for i in l %}<input name="{{ i }}">{% endfor %}');
    expect(view.effects().filter(({ e }) => e === 'call').map(({ source, arms }) => [source, ...arms])).toEqual([
      ['<input name="email">', 'if 0: !($.data.email)'],
      ['<input type="hidden">', 'if 1: !($.data.email)'],
      ['<input name="z">'],
      ['<input name="{{ i }}">', 'loop 0'],
    ]);
  });

  it('belongs to the macro it stands in', () => {
    const view = new SummaryView('{% macro field(name, value) %}<input name="{{ name }}" value="{{ value }}">{% endmacro %}<input name="q">');
    expect(view.calls('field')).toEqual(['<input { name: field#0, value: field#1 }>']);
    expect(view.calls()).toEqual(['<input { name: "q" }>']);
  });

  it('merges with template calls in the order of the text', () => {
    const view = new SummaryView('{{ f() }}<input name="a" value="{{ g() }}">{{ h() }}<textarea name=b>{{ i() }}</textarea>');
    expect(view.effects().map(({ source }) => source)).toEqual(['f()', 'g()', '<input name="a" value="{{ g() }}">', 'h()', '<textarea name=b>', 'i()']);
  });

  it('joins labels by for and id, also computed ones, and around a field', () => {
    const labels = (text: string): (string | undefined)[] => elements(text).map((element) => /\(label\): (.*) \}>$/.exec(element)?.[1]);
    expect(labels('<label for="e">\n  Your <b>e-mail</b>\n address </label><input id="e">')).toEqual(['"Your e-mail address"']);
    expect(labels('<input id="e"><label for="e">What&rsquo;s it?</label>')).toEqual(['"What’s it?"']);
    expect(labels('<label>Age <input name="age"></label><input name="x">')).toEqual(['"Age"', undefined]);
    expect(labels('<label>Age <input type="hidden" name="h"><input name="age"><input name="x"></label>')).toEqual([undefined, '"Age"', undefined]);
    expect(labels('<label for="{{ p.id }}">{{ p.label }}</label><input id="{{ p.id }}">')).toEqual(['$.p.label']);
    expect(labels('<label for="e"></label><input id="e">')).toEqual([undefined]);
    expect(labels('<label for="other">No <input id="e"></label>')).toEqual([undefined]);
  });

  it('shows the content of a textarea, which is no markup', () => {
    expect(elements('<textarea name="t">{{ data.note }}</textarea>')).toEqual(['<textarea { name: "t", (content): $.data.note }>']);
    expect(elements('<textarea name="t"><input name="x"> {% if a %}{{ a }}{% endif %}</textarea>')).toEqual(['<textarea { name: "t", (content): `<input name="x"> ${($.a ?: "")}` }>']);
  });

  it('shows what selects the options', () => {
    const text = '<select name="c"><option>-</option><option value="uk" {% if data.c == "uk" %}selected{% endif %}>UK</option><option {{ "selected" if data.c == "fr" }}>{{ fr }}</option></select>';
    expect(elements(text)).toEqual(['<select { name: "c", (options): [(==($.data.c, "uk") && true), (==($.data.c, "fr") && true)] }>']);
    expect(elements('<select name="c">{{ options | safe }}</select>')).toEqual(['<select { name: "c", (options): [, …] }>']);
    expect(elements('<select name="c">{% for o in l %}<option {{ sel(o) }}>{{ o }}</option>{% endfor %}</select>')).toEqual(['<select { name: "c", (options): [$.sel($.l[])] }>']);
  });

  it('leaves fields in comments, scripts and strings of expressions', () => {
    expect(elements('<!-- <input> --><script>"<input>"</script><style><input></style>{{ "<input>" }}{# <input> #}<template><input name="a"></template>')).toEqual(['<input { name: "a" }>']);
  });

  it('survives forms that are opened in two branches', () => {
    expect(elements('{% if a %}<form id="x">{% else %}<form id="y">{% endif %}<input name="n"></form><input name="m">')).toEqual([
      '<form { id: "x" }>',
      '<form { id: "y" }>',
      '<input { name: "n", (form): { id: "y" } }>',
      '<input { name: "m" }>',
    ]);
  });
});
