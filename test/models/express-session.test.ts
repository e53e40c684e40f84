import { describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { expressSession } from '../../src/models/express-session.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { packages } from './packages.js';
import { configOf, isConfigJudgedAnew, makeSession, visit } from './session-experiment.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import session from 'express-session';`;

interface MemoryStore {
  /** What is stored: JSON by session id. */
  readonly sessions: Readonly<Record<string, string>>;
  get(id: string, callback: (error: unknown, session: unknown) => void): void;
}

const { MemoryStore } = packages['express-session'] as { readonly MemoryStore: new () => MemoryStore };

interface Experiment {
  /** Options beside `secret` and the two that express-session asks for. */
  readonly options: string;
  readonly record: Outcome;
  readonly cookie: Outcome;
  /** What the engine says, where that is not the same. */
  readonly says?: readonly [record: Outcome, cookie: Outcome];
}

const experiments: readonly Experiment[] = [
  { options: '', record: 'never', cookie: 'browser-close' },
  { options: 'cookie: { secure: false }', record: 'never', cookie: 'browser-close' },
  { options: 'cookie: { maxAge: 60000 }', record: 60_000, cookie: 60_000 },
  { options: 'cookie: { maxAge: 60 * 1000 }', record: 60_000, cookie: 60_000 },
  { options: 'cookie: { maxAge: null }', record: 'never', cookie: 'browser-close' },
  { options: 'cookie: { expires: false }', record: 'never', cookie: 'browser-close' },
  { options: 'cookie: { expires: null }', record: 'never', cookie: 'browser-close' },
  { options: 'cookie: { expires: new Date(Date.now() + 60000) }', record: 60_000, cookie: 60_000 },
  // Since 1.19 it may be a function of the request.
  { options: 'cookie: () => ({ maxAge: 60000 })', record: 60_000, cookie: 60_000, says: ['unknown', 'unknown'] },
  { options: 'cookie: { maxAge: undefined }', record: 'never', cookie: 'browser-close' },
  { options: 'cookie: { maxAge: null, expires: new Date(Date.now() + 60000) }', record: 60_000, cookie: 60_000 },
  // Stored with `expires: null`, and the cookie cannot be written.
  { options: 'cookie: { maxAge: Infinity }', record: 'never', cookie: 'not kept', says: ['never', 'never'] },
  // Seconds, as other libraries take them, end in the blink of an eye: the unit is milliseconds.
  { options: 'cookie: { maxAge: 0 }', record: 0, cookie: 0 },
  // Ignored where they stand.
  { options: 'maxAge: 60000', record: 'never', cookie: 'browser-close' },
  { options: 'expires: new Date(Date.now() + 60000)', record: 'never', cookie: 'browser-close' },
  { options: 'ttl: 60', record: 'never', cookie: 'browser-close' },
];

const expressionOf = (options: string): string => `session({ secret: 'x', resave: false, saveUninitialized: false, store, ${options} })`;
const SAID = `${PRELUDE}\nconst store = new session.MemoryStore();`;

describe('express-session', () => {
  it.each(experiments.map((one) => [one.options || 'no option', one] as const))('%s', async (_, { options, record, cookie, says = [record, cookie] }) => {
    const store = new MemoryStore();
    const visited = await visit(await makeSession(expressionOf(options), { store }));
    expect({ record: recordLife(store), cookie: visited.cookie }).toEqual({ record, cookie });
    const config = configOf(expressionOf(options), SAID);
    expect([predicted(config.record), predicted(config.cookie)]).toEqual(says);
  });

  it.each(lifetimeRules(expressSession).filter(([, { kind }]) => kind === 'configs'))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'express-session', place);
    expect(experiments.some(({ options }) => isConfigJudgedAnew(expressionOf(options), SAID, reduced))).toBe(true);
  });

  it('stores in this process when no store is named, and calls that store MemoryStore', async () => {
    const middleware = await makeSession(`session({ secret: 'x', resave: false, saveUninitialized: false })`);
    let store: unknown;
    await visit(middleware, (request) => (store = (request as unknown as { sessionStore: unknown }).sessionStore));
    expect(store).toBeInstanceOf(MemoryStore);
    expect(configOf(`session({ secret: 'x' })`, PRELUDE).store.cases).toMatchObject([{ value: 'process-memory' }]);
    expect(configOf(expressionOf(''), SAID).store.cases).toMatchObject([{ value: 'process-memory' }]);
  });

  it('keeps a record for ever that is never asked for again, even an expired one', async () => {
    const store = new MemoryStore();
    await visit(await makeSession(expressionOf('cookie: { maxAge: 1 }'), { store }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [id = ''] = Object.keys(store.sessions);
    expect(Object.keys(store.sessions)).toHaveLength(1);
    await new Promise((resolve) => store.get(id, resolve));
    expect(Object.keys(store.sessions)).toHaveLength(0);
  });

  it.each([
    ['', 1, true],
    ['saveUninitialized: true', 1, true],
    ['saveUninitialized: false', 0, false],
  ] as const)('saves an untouched session or not: %s', async (option, records, eager) => {
    const store = new MemoryStore();
    const expression = `session({ secret: 'x', resave: false, store, ${option} })`;
    await visit(await makeSession(expression, { store }), () => {});
    expect(Object.keys(store.sessions)).toHaveLength(records);
    expect(configOf(expression, SAID).eagerSave.cases).toMatchObject([{ value: eager }]);
  });

  it.each(expressSession.configs?.flatMap(({ misplaced = [] }) => misplaced) ?? [])('ignores $option beside cookie, and says so', ({ option, instead }) => {
    const { options } = experiments.find(({ options: text }) => text.startsWith(`${option}:`)) ?? { options: '' };
    expect(configOf(expressionOf(options), SAID).misplaced).toMatchObject([{ option, instead }]);
  });

  it('lives as long as a suggestion sets, in the unit that it sets', async () => {
    const remedy = expressSession.configs?.[0]?.remedy;
    expect(remedy).toEqual({ set: ['cookie', 'maxAge'], unit: 'ms', argument: 0 });
    const store = new MemoryStore();
    await visit(await makeSession(expressionOf('cookie: { maxAge: 1800000 }'), { store }));
    expect(recordLife(store)).toBe(1_800_000);
  });

  it('removes the record by destroy, and by regenerate the old one', async () => {
    for (const method of ['destroy', 'regenerate'] as const) {
      const store = new MemoryStore();
      let id = '';
      const middleware = await makeSession(expressionOf(''), { store });
      await visit(middleware, (request) => {
        const { session } = request as unknown as { session: { id: string; save(callback: () => void): void } & Record<typeof method, (callback: () => void) => void> };
        id = session.id;
        session.save(() => session[method](() => {}));
      });
      expect(Object.keys(store.sessions), method).not.toContain(id);
    }
  });
});

function recordLife({ sessions }: MemoryStore): Outcome {
  const [text] = Object.values(sessions);
  if (text === undefined) return 'not kept';
  const { cookie } = JSON.parse(text) as { cookie: { expires?: string | false | null } };
  return cookie.expires ? toOutcome(Date.parse(cookie.expires) - Date.now()) : 'never';
}
