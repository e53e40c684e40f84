import fc from 'fast-check';
import { parseSync } from 'oxc-parser';

/** What can stand between two tokens. */
const trivia = fc.constantFrom('', ' ', '  ', '\t', '\n', '\n    ', '\r\n\t', ' /* c, } */ ', '/*{*/', ' // it\'s, } `\n', ' // two\r\n  ', '\n// own line\n', '\n  /* a\n     b */\n');

/** Expressions that have commas, braces or quotes where a careless reader stumbles. */
export const expression = fc.constantFrom(
  '1', '.5', '0x1f', '1_000n', 'a', "'a,}'", '"\\"{"', "'\\\n'", '`t${ { a: 1 }.a },`', '`a${`b${"}"}`}`', '/[}/,]/g', '/\\/,"/', 'a / b / c', 'a++ / 2', 'a! / 2 / b',
  '(a, b)', 'f(1, { b: 2 })', '{}', '{ c: 1, d }', '[1, , 2, ]', '(x) => ({ a: x })', 'async (x, y) => { return x / y }', 'x => x / 2',
  'function () { if (a) /}"/.test(b); return [1, 2] }', 'a ? b : c', 'a?.b?.[c]', 'a ? .5 : 1', 'new Map<string, number>()', 'b as Map<A, B>', 'c satisfies Partial<Record<A, B>>',
  'a < b', 'a << b', 'a <= b', 'a > b', 'a >> /x,/', 'typeof /,/', 'class { m() { return 1 } }', 'f<A, B>(c, d)', 'f<A, { b: B, c: C }>(c)', '漢字["😀"]', 'a.return / 2 / b', 'a.if(b) / 2 / c', '!/,/.test(a)', '(a) / 2 / b', 'tag`x,${y}`',
);

const property = fc.oneof(
  fc.tuple(fc.constantFrom('a', "'b'", '"c-d"', '[k]', '[`k,${"}"}`]', '3', 'get', 'set', 'async', 'static', 'if', 'class', '漢'), trivia, trivia, expression).map(([key, before, after, value]) => `${key}${before}:${after}${value}`),
  fc.constantFrom('e', 'get', 'async', '...rest', '...f(a, b)', 'm() { return {} }', 'm<A, B>(a: Map<A, B>): Map<A, B> { return a }', 'get g() { return /}/ }', 'set s(v) {}', 'async n() {}', '* gen() {}', 'async *[k]() {}', "'q'(a, b = {}) {}"),
);

function list(item: fc.Arbitrary<string>, [open, close]: readonly [string, string]): fc.Arbitrary<string> {
  const items = fc.array(fc.tuple(trivia, item, trivia), { maxLength: 4 });
  return fc.tuple(items, trivia, fc.boolean()).map(([parts, end, trailing]) => {
    const body = parts.map((part) => part.join('')).join(',');
    return `${open}${body}${trailing && parts.length > 0 ? ',' : ''}${end}${close}`;
  });
}

export const objectLiteral = list(property, ['{', '}']);
export const objectWithTtl = list(fc.oneof(property, fc.tuple(fc.constantFrom('ttl', "'ttl'"), trivia, trivia, expression).map(([key, before, after, value]) => `${key}${before}:${after}${value}`), fc.constant('ttl')), ['{', '}']);
export const callArguments = list(fc.oneof({ weight: 8, arbitrary: expression }, { weight: 1, arbitrary: fc.constantFrom('...rest') }), ['(', ')']);

interface Parsed {
  readonly tree: unknown;
  readonly comments: readonly string[];
}

/** The tree of TypeScript code without places, and its comments in order. */
export function parsed(code: string): Parsed {
  const { program, comments, errors } = parseSync('a.ts', code, { astType: 'ts', preserveParens: false });
  if (errors.length > 0) throw new SyntaxError(`${errors[0]!.message} in:\n${code}`);
  const tree: unknown = JSON.parse(JSON.stringify(program.body, (key, value: unknown) =>
    key === 'start' || key === 'end' || key === 'range' ? undefined : typeof value === 'bigint' ? String(value) : value));
  return { tree, comments: comments.map(({ value }) => value) };
}

interface ExpressionNode {
  readonly start: number;
  readonly end: number;
  readonly properties: readonly { readonly start: number; readonly end: number }[];
}

/** The expression of the statement `x = …` that `code` is, with its places. */
export function assigned(code: string): ExpressionNode {
  const { program } = parseSync('a.ts', code, { astType: 'ts', preserveParens: false });
  const [statement] = program.body as unknown as readonly { readonly expression: { readonly right: ExpressionNode } }[];
  return statement!.expression.right;
}

/** The `right` of a tree that {@link parsed} gave for `x = …`. */
export function rightOf<T>({ tree }: Parsed): T {
  return (tree as readonly { readonly expression: { readonly right: T } }[])[0]!.expression.right;
}
