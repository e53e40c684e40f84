import { describe, expect, it } from 'vitest';

import { factsOf } from '../models/facts-of.js';

const DAY = 24 * 60 * 60 * 1000;

function ends(code: string): readonly unknown[] {
  return factsOf(code).writes.flatMap(({ lifetime }) => lifetime?.cases.map((one) => (one.status === 'known' ? one.value : one.status)) ?? []);
}

describe('cookies as text', () => {
  it.each([
    ["document.cookie = 'a=b'", [{ ends: 'browser-close' }]],
    ["document.cookie = 'a=b; Max-Age=60; Path=/'", [{ ends: 'after', ms: 60_000 }]],
    ['document.cookie = `a=${b}; max-age=${60 * 60}`', [{ ends: 'after', ms: 3_600_000 }]],
    ["document.cookie = 'a=' + b + ';max-age=' + 60 * 60 + ';path=/'", [{ ends: 'after', ms: 3_600_000 }]],
    // `max-age` goes before `expires`.
    ['document.cookie = `a=b; expires=${x}; max-age=60`', [{ ends: 'after', ms: 60_000 }]],
    [`document.cookie = 'a=b; expires=' + new Date(Date.now() + ${DAY}).toUTCString()`, [{ ends: 'after', ms: DAY }]],
    ['document.cookie = `a=b; expires=${date.toUTCString()}`', ['unknown']],
    ["document.cookie = 'a=b; expires=Fri, 31 Dec 9999 23:59:59 GMT'", ['unknown']],
    ['document.cookie = `a=b; ${attributes}`', ['unknown']],
    ['document.cookie = `a=${b}${attributes}`', ['unknown']],
    ["document.cookie = 'a=b; max-age=soon'", ['unknown']],
  ])('%s', (code, expected) => {
    expect(ends(code)).toEqual(expected);
  });

  it('reads name and value', () => {
    expect(factsOf('document.cookie = `step_${n}=${encodeURIComponent(form.email)}`').writes).toMatchObject([{ memory: 'cookie', path: ['step_*'], value: { names: ['form', 'email'], through: ['encodeURIComponent'] } }]);
    expect(factsOf("document.cookie = 'theme=dark'").writes).toMatchObject([{ path: ['theme'], value: { literal: 'dark' } }]);
  });

  it('looks at a function once for each of its calls', () => {
    const { writes: [write] } = factsOf(`function set(name, value, days) {
  let expires = '';
  if (days) expires = '; expires=' + new Date(Date.now() + days * ${DAY}).toUTCString();
  document.cookie = name + '=' + value + expires;
}
set('a', form.b, 2);
set('c', form.d);`);
    expect(write).toMatchObject({ path: ['a'], value: { names: ['form', 'b'] }, others: [{ path: ['c'], value: { names: ['form', 'd'] } }] });
  });

  it.each(["'a=; max-age=0'", "'a=; Max-Age=-1'", "'a=;expires=Thu, 01 Jan 1970 00:00:01 GMT;'", '`a=; expires=${new Date(0).toUTCString()}`'])('takes %s for the removal that it is', (text) => {
    const { writes, clears } = factsOf(`document.cookie = ${text}`);
    expect([writes, clears]).toMatchObject([[], [{ path: ['a'], clears: 'cookie' }]]);
  });

  it.each(["other.cookie = 'a=b'", 'document.cookie = text', "document.cookie = 'a'", "const document = frame(); document.cookie = 'a=b'"])('is silent on %s', (code) => {
    const { writes, clears } = factsOf(code);
    expect([writes, clears]).toEqual([[], []]);
  });
});
