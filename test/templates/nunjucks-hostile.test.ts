import { describe, expect, it } from 'vitest';
import { extractNunjucks } from '../../src/templates/nunjucks.js';
import { TemplateSyntaxError } from '../../src/templates/template-syntax-error.js';
import { SummaryView } from './summary-view.js';

function failure(text: string): TemplateSyntaxError {
  try {
    extractNunjucks('a.njk', text);
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return error;
    throw error;
  }
  throw new Error('No error');
}

describe('hostile templates', () => {
  it.each([
    ['{% if a %}', 'parseIf: expected elif, else, or endif, got end of file'],
    ['{{ a', 'expected variable end'],
    ['{{ "a }}', 'expected variable end'],
    ['{# a', 'expected end of comment, got end of file'],
    ['{% from "a" import', 'unexpected end of file'],
    ['{{ f(', 'unexpected end of file'],
    ['{% custom', 'unexpected end of file'],
    ['{% call x %}{% endcall %}', 'malformed tag'],
    ['{{ r/(/ }}', 'Invalid regular expression'],
  ])('%s', (text, message) => {
    const error = failure(`<p>\r\n${text}`);
    expect(error.message).toContain(message);
    expect(error.offset).toBeGreaterThanOrEqual(0);
    expect(error.offset).toBeLessThanOrEqual(text.length + 5);
  });

  it('says where', () => {
    const text = '😀\r\n<p>{{ a.b }}\r\n{% endif %}';
    expect(failure(text)).toMatchObject({ message: 'unknown block tag: endif', offset: text.indexOf('endif') });
    expect(failure('{{ a b }}')).toMatchObject({ message: 'expected variable end', offset: 5 });
  });

  it.each([
    ['ifs', '{% if a %}'.repeat(5000) + '{% endif %}'.repeat(5000)],
    ['elifs', `{% if a %}${'{% elif b %}'.repeat(5000)}{% endif %}`],
    ['brackets', `{{ ${'['.repeat(5000)}${']'.repeat(5000)} }}`],
    ['negations', `{{ ${'not '.repeat(20_000)}a }}`],
    ['members', `{{ a${'.b'.repeat(20_000)} }}`],
    ['filters', `{{ a${' | f'.repeat(20_000)} }}`],
    ['captures', '{% set a %}'.repeat(20_000) + '{% endset %}'.repeat(20_000)],
    ['unclosed', '{% for a in b %}'.repeat(5000)],
  ])('refuses deep nesting of %s', (_, text) => {
    expect(failure(text).message).toBe('nesting too deep');
  });

  it('reads nesting that is deep but possible', () => {
    const view = new SummaryView('{% if a %}'.repeat(400) + '<input name="x">' + '{% endif %}'.repeat(400));
    expect(view.effectsOf('(template)').at(-1)!.where.arms).toHaveLength(400);
  });

  it('reads long chains', () => {
    expect(new SummaryView(`{{ f(${'a or '.repeat(5000)}b) }}`).calls()).toHaveLength(1);
    expect(new SummaryView(`{{ "x"${' ~ y'.repeat(3000)} }}`).reads()).toHaveLength(3000);
  });

  it.each([
    ['inputs', '<input name="a" value="{{ data.a }}" {% if b %}checked{% endif %}>\n'.repeat(8000)],
    ['variables and branches', Array.from({ length: 10_000 }, (_, i) => `{% set v${i} = ${i} %}{% if v${i} %}{% set v${i} = a %}{% endif %}`).join('')],
    ['variables and includes', Array.from({ length: 5000 }, (_, i) => `{% set v${i} = ${i} %}{% include "a.njk" %}`).join('')],
    ['custom tags', Array.from({ length: 50_000 }, (_, i) => `{% t${i} %}`).join('')],
    ['unclosed elements', '<div><label><form><select>'.repeat(20_000)],
    ['fields in an unclosed label', `<label>${'a {{ b }} <input>'.repeat(10_000)}`],
    ['fields with one id', `<label for="a">${'b {{ c }} '.repeat(5000)}</label>${'<input id="a">'.repeat(5000)}`],
    ['unclosed start tags', '<input a="'.repeat(50_000)],
    ['unclosed comments', '<!-'.repeat(100_000)],
    ['text', 'x'.repeat(3_000_000)],
    ['quotes in attributes', `<input ${'a="{{ b }}'.repeat(5000)}>`],
    ['tags in one attribute', `<input value="${'{% if a %}{{ a }}{% endif %}'.repeat(5000)}">`],
    ['stray ends in one attribute', `{% if a %}${'<input value="{% else %}">{% endif %}{% if a %}'.repeat(5000)}{% endif %}`],
  ])('is linear in %s', (_, text) => {
    // Processor time, because test files run side by side. Quadratic work would take minutes.
    const start = process.cpuUsage();
    extractNunjucks('a.njk', text);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
  });

  it('takes any name', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    for (const name of names) {
      const view = new SummaryView(`{% set ${name} = data.${name} %}{% macro m(${name}) %}{{ ${name}.x }}{% endmacro %}<input ${name}="{{ ${name} }}" id=${name}><label for="${name}">L</label>{{ ${name}(1, ${name}=2) }}`);
      expect(view.calls()).toEqual([`<input { ${name.toLowerCase()}: $.data.${name}, id: "${name}", (label): "L" }>`, `$.data.${name}(1, { __keywords: true, ${name}: 2 })`]);
      expect(view.reads('m')).toEqual(['m#0.x']);
    }
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it('never throws anything else, wherever a template is cut', () => {
    const text = '{% from "a" import b as c %}{# x #}<label for="{{ i }}">é😀{% if a is not defined and (b or {c: [1, r/x/]}) %}<input {% if x %}checked{% endif %} value="{% if q %}{{ q }}{% endif %}">{% endif %}{% call(x) m(a, k=1) %}{% raw %}{{{% endraw\n%}{% endcall %}{% switch a %}{% case 1 %}{% endswitch %}<!-- {{ y }} -->';
    for (let end = 0; end <= text.length; end++) {
      for (const part of [text.slice(0, end), text.slice(end)]) {
        try {
          extractNunjucks('a.njk', part);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateSyntaxError);
        }
      }
    }
  });

  it('keeps values finite and the summary JSON', () => {
    const { summary } = new SummaryView(`{{ f(${'9'.repeat(400)}) }}`);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('reads an empty file', () => {
    expect(extractNunjucks('a.njk', '').functions).toHaveLength(2);
  });
});
