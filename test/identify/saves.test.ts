import { describe, expect, it } from 'vitest';

import { factsOf } from '../models/facts-of.js';

const iron = (body: string): string => `import { getIronSession } from 'iron-session';
const getSession = (store) => getIronSession(store, { cookieName: 'a', password });
${body}
`;

function textAt(code: string, place: { readonly range: readonly [number, number] } | undefined): string | undefined {
  return place && code.slice(...place.range).split('\n')[0];
}

describe('saves, and the sessions that they save', () => {
  it('tells two sessions of one function apart', () => {
    const code = iron('export async function f(a, b) { const one = await getSession(a); const two = await getSession(b); one.x = 1; await two.save(); }');
    const { writes: [write], saves: [save] } = factsOf(code);
    expect(textAt(code, write?.session)).toBe('getSession(a)');
    expect(save?.sessions.map((session) => textAt(code, session))).toContain('getSession(b)');
    expect(save?.sessions.map((session) => textAt(code, session))).not.toContain('getSession(a)');
  });

  it('knows every caller of a wrapper, however many there are', () => {
    const callers = Array.from({ length: 20 }, (_, index) => `async function f${index}() { const s = await getSession(${index}); s.x = 1; await keep(s); }`);
    const code = iron(`const keep = (session) => session.save();\n${callers.join('\n')}`);
    const { writes, saves: [save] } = factsOf(code);
    expect(writes).toHaveLength(20);
    for (const { session } of writes) expect(save?.sessions).toContainEqual(session);
  });

  it('does not name the session of a write that code which is not seen may save', () => {
    const code = iron("import { keep } from './keep.js';\nexport async function f() { const s = await getSession(1); s.x = 1; await keep({ s }); }");
    expect(factsOf(code).writes).toMatchObject([{ needsSave: 'call', sealed: true }]);
    expect(factsOf(code).writes[0]?.session).toBeUndefined();
  });

  it('ends where functions hand a session round in circles', () => {
    const code = iron('const a = (s) => b(s);\nconst b = (s) => { s.save(); return a(s); };\nexport async function f() { const s = await getSession(1); s.x = 1; a(s); }');
    const { writes, saves } = factsOf(code);
    expect(saves[0]?.sessions).toContainEqual(writes[0]?.session);
  });

  it('says that a header goes nowhere', () => {
    const router = (commit: string): string => `import { createMemorySessionStorage } from 'react-router';
const { getSession, commitSession } = createMemorySessionStorage({});
export async function f() { const s = await getSession(); s.set('a', 1); ${commit} }`;
    expect(factsOf(router('await commitSession(s);')).saves).toMatchObject([{ returned: 'header', dropped: true }]);
    expect(factsOf(router('return commitSession(s);')).saves[0]?.dropped).toBeUndefined();
    expect(factsOf(router('const header = await commitSession(s); use(header);')).saves[0]?.dropped).toBeUndefined();
  });
});
