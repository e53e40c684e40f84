import { describe, expect, it } from 'vitest';

import { readExpectationList, readExpectations } from '../harness/expectation.js';
import type { Finding } from '../harness/finding.js';
import { judge } from '../harness/judge.js';

const FILE = { scope: 'file', preset: 'recommended' } as const;
const PROJECT = { scope: 'project', preset: 'strict' } as const;

function finding(rule: string, line: number, column = 1): Finding {
  return { rule, line, column, endLine: line, endColumn: column + 1, message: 'm' };
}

describe('readExpectations', () => {
  it('reads a trailing comment as being about its line', () => {
    expect(readExpectations('a();\nsession({ // expect: require-session-expiry\n})')).toMatchObject([
      { kind: 'expect', rule: 'require-session-expiry', line: 2, projectOnly: false, strictOnly: false },
    ]);
  });

  it('reads comments that stand alone as being about the next line of code', () => {
    const text = '// ok: no-repeated-ask\n  // todo-expect: no-sensitive-session-data (strict)\nask();';
    expect(readExpectations(text).map(({ kind, line }) => [kind, line])).toEqual([
      ['ok', 3],
      ['todo-expect', 3],
    ]);
  });

  it.each([
    '{# expect: no-repeated-ask (project) #}\n<input>',
    '{/* expect: no-repeated-ask (project) */}\n<input>',
    '<!-- expect: no-repeated-ask (project) -->\n<input>',
    '/* expect: no-repeated-ask (project) */\nask();',
  ])('knows every comment syntax: %s', (text) => {
    expect(readExpectations(text)).toMatchObject([{ rule: 'no-repeated-ask', line: 2, projectOnly: true }]);
  });

  it('takes several rules, marks for each, and a reason', () => {
    expect(readExpectations('x(); // ok: no-a-b (project) (strict), no-c-d -- the store ends it, after a day')).toMatchObject([
      { rule: 'no-a-b', projectOnly: true, strictOnly: true },
      { rule: 'no-c-d', projectOnly: false, strictOnly: false },
    ]);
  });

  it('refuses what is no rule name', () => {
    expect(() => readExpectations('x(); // expect: No Such')).toThrow('is no expectation');
  });
});

describe('readExpectationList', () => {
  it('reads what stands beside a project', () => {
    expect(readExpectationList('# For readers.\n\na.ts:3 expect: no-a-b (project)\na.ts:5 ok: no-c-d\nb/c.njk:1 ok: no-a-b\n')).toEqual(
      new Map([
        ['a.ts', [
          { kind: 'expect', rule: 'no-a-b', line: 3, projectOnly: true, strictOnly: false },
          { kind: 'ok', rule: 'no-c-d', line: 5, projectOnly: false, strictOnly: false },
        ]],
        ['b/c.njk', [{ kind: 'ok', rule: 'no-a-b', line: 1, projectOnly: false, strictOnly: false }]],
      ]),
    );
  });

  it.each(['a.ts expect: no-a-b', 'a.ts:3 expects: no-a-b', 'a.ts:3 expect: x'])('refuses %s', (line) => {
    expect(() => readExpectationList(line)).toThrow('is no expectation');
  });
});

describe('judge', () => {
  it('is content with what is expected', () => {
    expect(judge([finding('no-a-b', 1)], readExpectations('x(); // expect: no-a-b'), FILE)).toEqual([]);
  });

  it('complains of a miss, of a finding without expectation, and of one on an ok line', () => {
    expect(judge([], readExpectations('x(); // expect: no-a-b'), FILE)).toHaveLength(1);
    expect(judge([finding('no-a-b', 1)], [], FILE)).toEqual(['unexpected: 1:1-1:2 no-a-b']);
    expect(judge([finding('no-a-b', 1)], readExpectations('x(); // ok: no-a-b'), FILE)).toHaveLength(1);
  });

  it('complains of the same finding twice', () => {
    const twice = [finding('no-a-b', 1), finding('no-a-b', 1)];
    expect(judge(twice, readExpectations('x(); // expect: no-a-b'), FILE)).toEqual(['reported twice: 1:1-1:2 no-a-b']);
  });

  it('complains when a known miss or a known false alarm no longer is one', () => {
    expect(judge([finding('no-a-b', 1)], readExpectations('x(); // todo-expect: no-a-b'), FILE)).toHaveLength(1);
    expect(judge([], readExpectations('x(); // todo-ok: no-a-b'), FILE)).toHaveLength(1);
    expect(judge([], readExpectations('x(); // todo-expect: no-a-b'), FILE)).toEqual([]);
    expect(judge([finding('no-a-b', 1)], readExpectations('x(); // todo-ok: no-a-b'), FILE)).toEqual([]);
  });

  it('asks for project findings in projects only, and for strict ones under strict only', () => {
    const expectations = readExpectations('x(); // expect: no-a-b (project) (strict)');
    expect(judge([], expectations, FILE)).toEqual([]);
    expect(judge([finding('no-a-b', 1)], expectations, FILE)).toHaveLength(1);
    expect(judge([], expectations, PROJECT)).toHaveLength(1);
  });
});
