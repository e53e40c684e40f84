import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/facts/index.js';
import type { Edit } from '../../src/rule.js';
import { edited, type Setting } from './marked.js';

const MAX_AGE = ['cookie', 'maxAge'];
const set = (path: readonly string[], code: string) => (object: Place): Edit[] => [{ edit: 'set-property', object, path, code }];
const setTtl = (source: string, setting?: Setting): string | undefined => edited(source, set(['ttl'], '60'), setting);
const setMaxAge = (source: string, setting?: Setting): string | undefined => edited(source, set(MAX_AGE, '60'), setting);

describe('a property that is not there', () => {
  it.each([
    ['empty', '«{}»', '{ ttl: 60 }'],
    ['empty with a space', '«{ }»', '{ ttl: 60 }'],
    ['empty over lines', 'f(«{\n\n}»)', 'f({\n  ttl: 60\n})'],
    ['empty with a comment', '«{ /* c */ }»', '{ /* c */ ttl: 60 }'],
    ['empty with a tight comment', '«{/* c */}»', '{/* c */ ttl: 60 }'],
    ['empty with a line comment', '«{\n    // none\n}»', '{\n    // none\n    ttl: 60\n}'],
    ['empty with a comment on the first line', '«{ // none\n}»', '{ // none\n  ttl: 60\n}'],
    ['inline', '«{ a: 1 }»', '{ a: 1, ttl: 60 }'],
    ['inline, tight', '«{a:1}»', '{a:1, ttl: 60}'],
    ['inline, trailing comma', '«{ a: 1, }»', '{ a: 1, ttl: 60, }'],
    ['inline, comment behind', '«{ a: 1 /* of a */ }»', '{ a: 1 /* of a */, ttl: 60 }'],
    ['inline, comment behind the comma', '«{ a: 1, /* of a */ }»', '{ a: 1, /* of a */ ttl: 60, }'],
    ['lines', '«{\n    a: 1\n}»', '{\n    a: 1,\n    ttl: 60\n}'],
    ['lines, trailing comma', '«{\n  a: 1,\n}»', '{\n  a: 1,\n  ttl: 60,\n}'],
    ['lines, comment on the last line', '«{\n  a: 1 // one, or so\n}»', '{\n  a: 1, // one, or so\n  ttl: 60\n}'],
    ['lines, comment before the brace', '«{\n  a: 1,\n  // b: 2,\n}»', '{\n  a: 1,\n  ttl: 60,\n  // b: 2,\n}'],
    ['lines, block comment over lines', '«{\n  a: 1 /* x\n  y */\n}»', '{\n  a: 1, /* x\n  y */\n  ttl: 60\n}'],
    ['two on a line', '«{ a: 1,\n  b: 2 }»', '{ a: 1,\n  b: 2, ttl: 60 }'],
    ['all keys quoted', '«{ "a": 1 }»', "{ \"a\": 1, 'ttl': 60 }"],
    ['shorthand and methods', '«{ a, async b() {}, get c() { return 1 } }»', '{ a, async b() {}, get c() { return 1 }, ttl: 60 }'],
    ['spread', '«{ ...a }»', '{ ...a, ttl: 60 }'],
    ['a function as a value', '«{ a: function () { return { ttl: 1, x: [1, 2] } }, }»', '{ a: function () { return { ttl: 1, x: [1, 2] } }, ttl: 60, }'],
    ['type arguments', '«{ a: new Map<string, number>() }»', '{ a: new Map<string, number>(), ttl: 60 }'],
    ['a cast', '«{ a: x as Map<string, number>, b: y < 1 }»', '{ a: x as Map<string, number>, b: y < 1, ttl: 60 }'],
    ['regular expressions', String.raw`«{ a: /[/}"]\/,/g, b: c / d / e }»`, String.raw`{ a: /[/}"]\/,/g, b: c / d / e, ttl: 60 }`],
    ['templates', '«{ a: `}${b ? `,${"}"}` : { c: `,` }.c},` }»', '{ a: `}${b ? `,${"}"}` : { c: `,` }.c},`, ttl: 60 }'],
    ['a key that only looks like it', "«{ 'ttl ': 1, [ttl]: 2 }»", "{ 'ttl ': 1, [ttl]: 2, ttl: 60 }"],
  ])('%s', (_, source, expected) => {
    expect(setTtl(source)).toBe(expected);
  });

  it('uses CRLF, tabs and double quotes where the file does', () => {
    const style = { eol: '\r\n', indent: '\t', quote: '"' } as const;
    expect(edited('f(«{\r\n\ta: 1,\r\n}»)', set(['unit'], "'ms'"), { style })).toBe('f({\r\n\ta: 1,\r\n\tunit: "ms",\r\n})');
  });

  it('counts without a byte order mark, which stays in front', () => {
    const file = '\ufeffconst 漢 = "😀"; f({ a: 1 });\r\n';
    const changed = setTtl(file.slice(1).replace('{ a: 1 }', '«{ a: 1 }»'));
    expect(`\ufeff${changed}`).toBe('\ufeffconst 漢 = "😀"; f({ a: 1, ttl: 60 });\r\n');
  });

  it('keeps the line break of its neighbours in a file that mixes them', () => {
    expect(setTtl('x;\r\n«{\n  a: 1\n}»;\r\n')).toBe('x;\r\n{\n  a: 1,\n  ttl: 60\n};\r\n');
    expect(setTtl('«{\r  a: 1\r}»')).toBe('{\r  a: 1,\r  ttl: 60\r}');
  });

  it('lays out code over several lines', () => {
    const code = "{\n  unit: 'ms',\n  note: `a\nb`,\n}";
    const style = { indent: '\t', quote: '"' } as const;
    expect(edited('\tf(«{\n\t\ta: 1,\n\t}»)', set(['o'], code), { style })).toBe(
      '\tf({\n\t\ta: 1,\n\t\to: {\n\t\t\tunit: "ms",\n\t\t\tnote: `a\nb`,\n\t\t},\n\t})',
    );
  });

  it('leaves strings with quotes and escapes inside alone', () => {
    expect(edited('«{}»', set(['a'], `["it's", "b", '\\n']`))).toBe(`{ a: ["it's", 'b', '\\n'] }`);
  });

  it('quotes keys that are no names', () => {
    expect(edited('«{}»', set(['max-age', "it's"], '1'))).toBe("{ 'max-age': { 'it\\'s': 1 } }");
  });
});

describe('a property that is there', () => {
  it.each([
    ['a value', '«{ ttl: 1, a: 2 }»', '{ ttl: 60, a: 2 }'],
    ['quoted', '«{ "ttl": 1 }»', '{ "ttl": 60 }'],
    ['computed from a literal', "«{ ['ttl']: f(1, 2) }»", "{ ['ttl']: 60 }"],
    ['shorthand', '«{ ttl }»', '{ ttl: 60 }'],
    ['twice: the last wins', '«{ ttl: 1, ttl: 2 }»', '{ ttl: 1, ttl: 60 }'],
    ['behind a spread', '«{ ...a, ttl: 1 }»', '{ ...a, ttl: 60 }'],
    ['a comment beside', '«{ ttl: /* s */ 1 /* one */, // first\n}»', '{ ttl: /* s */ 60 /* one */, // first\n}'],
    ['as intended', '«{ ttl: 60 }»', '{ ttl: 60 }'],
    ['a conditional', '«{ ttl: a ? 1 : 2 }»', '{ ttl: 60 }'],
    ['an arrow function', '«{ ttl: (a, b) => ({ a, b }), c }»', '{ ttl: 60, c }'],
  ])('%s', (_, source, expected) => {
    expect(setTtl(source)).toBe(expected);
  });

  it.each([
    ['a spread behind may win', '«{ ttl: 1, ...a }»'],
    ['a computed key behind may win', '«{ ttl: 1, [a]: 2 }»'],
    ['a comment in the value would go', '«{ ttl: 60 /* s */ * 1000 }»'],
    ['a method', '«{ ttl() {} }»'],
    ['an accessor', '«{ get ttl() { return 1 } }»'],
  ])('refused: %s', (_, source) => {
    expect(setTtl(source)).toBeUndefined();
  });
});

describe('a path', () => {
  it.each([
    ['nothing there', '«{}»', '{ cookie: { maxAge: 60 } }'],
    ['extends', '«{ cookie: {} }»', '{ cookie: { maxAge: 60 } }'],
    ['extends over lines', '«{\n  cookie: {\n    secure: true,\n  },\n}»', '{\n  cookie: {\n    secure: true,\n    maxAge: 60,\n  },\n}'],
    ['replaces', '«{ cookie: { maxAge: null, a } }»', '{ cookie: { maxAge: 60, a } }'],
    ['cast', '«{ cookie: { a } as CookieOptions }»', '{ cookie: { a, maxAge: 60 } as CookieOptions }'],
    ['satisfies', '«{ cookie: { a } satisfies Partial<C.Options> }»', '{ cookie: { a, maxAge: 60 } satisfies Partial<C.Options> }'],
    ['undefined', '«{ cookie: undefined }»', '{ cookie: { maxAge: 60 } }'],
    ['inner spread', '«{ cookie: { ...base } }»', '{ cookie: { ...base, maxAge: 60 } }'],
  ])('%s', (_, source, expected) => {
    expect(setMaxAge(source)).toBe(expected);
  });

  it.each([
    ['a variable', '«{ cookie: options }»'],
    ['shorthand', '«{ cookie }»'],
    ['a call', '«{ cookie: getCookie() }»'],
    ['one of two', '«{ cookie: a ? { b } : {} }»'],
    ['a merge', '«{ cookie: {} || b }»'],
    ['a spread may bring it', '«{ ...base }»'],
    ['a prototype may bring it', '«{ __proto__: base }»'],
    ['a key with escapes may be it', String.raw`«{ 'c\x6fokie': {} }»`],
  ])('refused: %s', (_, source) => {
    expect(setMaxAge(source)).toBeUndefined();
  });
});

describe('refused', () => {
  it.each([
    ['no object literal', 'f(«a»)'],
    ['not the whole literal', '«{ a: 1 » }'],
    ['unclosed', '«{ a: 1 »'],
    ['an element', '«{ a: <b>it\'s</b> }»'],
    ['a type assertion', '«{ a: <T>b }»'],
    ['holes', '«{ a,, b }»'],
    ['no property', '«{ a: 1, 2 + 3 }»'],
    ['unterminated string', "«{ a: 'b }»"],
  ])('%s', (_, source) => {
    expect(setTtl(source)).toBeUndefined();
  });

  it('refuses __proto__ and places of other files', () => {
    expect(edited('«{}»', set(['__proto__'], '{}'))).toBeUndefined();
    expect(edited('«{}»', (object) => [{ edit: 'set-property', object: { ...object, file: 'other.ts' }, path: ['a'], code: '1' }])).toBeUndefined();
  });

  it('tells type arguments from comparisons, whatever the language', () => {
    expect(setTtl('«{ a: new Map<string, number>() }»', { file: 'a.vue' })).toBe('{ a: new Map<string, number>(), ttl: 60 }');
    expect(setTtl('«{ a: b < c, d: e > f }»', { file: 'a.js' })).toBe('{ a: b < c, d: e > f, ttl: 60 }');
    expect(setTtl('«{ a: x as A<B extends C ? D : E, F> }»')).toBeUndefined();
  });
});

describe('several intents', () => {
  it('build on each other', () => {
    const both = (object: Place): Edit[] => [...set(MAX_AGE, '60')(object), ...set(['cookie', 'secure'], 'true')(object), ...set(['ttl'], '1')(object)];
    expect(edited('«{}»', both)).toBe('{ cookie: { maxAge: 60, secure: true }, ttl: 1 }');
    expect(edited('«{\n  a: 1\n}»', both)).toBe('{\n  a: 1,\n  cookie: { maxAge: 60, secure: true },\n  ttl: 1\n}');
  });

  it('are refused when one undoes another', () => {
    expect(edited('«{ ttl: 1 }»', (object) => [...set(['ttl'], '2')(object), ...set(['ttl'], '3')(object)])).toBeUndefined();
    expect(edited('f(«{}»)', (object) => [...set(['ttl'], '2')(object), { edit: 'replace', at: object, code: 'x' }])).toBeUndefined();
  });
});
