import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { connectMongo } from '../../src/models/connect-mongo.js';
import { connectMongodbSession } from '../../src/models/connect-mongodb-session.js';
import { connectPgSimple } from '../../src/models/connect-pg-simple.js';
import { models } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { memorystore } from '../../src/models/memorystore.js';
import { sessionFileStore } from '../../src/models/session-file-store.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { packages } from './packages.js';
import { configOf, isConfigJudgedAnew, makeSession, visit } from './session-experiment.js';
import { fileStoreParts, sessionPackages } from './session-packages.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const DAY = 86_400_000;

interface Experiment {
  /** Options of the store beside what it connects with, then of the session. */
  readonly store: string;
  readonly session?: string;
  readonly does: Outcome;
  /** Where the engine says something else. */
  readonly says?: Outcome;
}

interface Library {
  readonly model: LibraryModel;
  /** The row of the model that the installed version answers to. */
  readonly row: string;
  readonly prelude: string;
  /** The store, of which `OPTIONS` are the experiment's. */
  readonly store: string;
  /** What stands in for the database, and how long the one record lives that it was handed. */
  open(): { readonly variables: Readonly<Record<string, unknown>>; life(): Outcome; ready?(store: unknown): void };
  readonly experiments: readonly Experiment[];
  /** The store's name in facts. */
  readonly as?: string;
}

type Factory = (session: unknown) => new (options: unknown) => object;
const folder = mkdtempSync(path.join(tmpdir(), 'session-stores-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A collection of MongoDB that keeps the documents which it is told to set. */
function collection() {
  const set: { expires?: Date }[] = [];
  return {
    set,
    createIndex: () => Promise.resolve('expires_1'),
    updateOne: (_: unknown, update: { $set: { expires?: Date } }) => {
      set.push(update.$set);
      return Promise.resolve({ upsertedCount: 1, matchedCount: 1 });
    },
    findOne: () => Promise.resolve(null),
  };
}

function until(date: Date | undefined): Outcome {
  return date === undefined || Number.isNaN(date.getTime()) ? 'never' : toOutcome(date.getTime() - Date.now());
}

const libraries: readonly Library[] = [
  {
    model: connectMongo,
    row: 'Member[create].Return',
    prelude: `import MongoStore from 'connect-mongo';`,
    store: 'MongoStore.create({ client, OPTIONS })',
    open() {
      const documents = collection();
      return { variables: { MongoStore: (sessionPackages['connect-mongo'] as { default: unknown }).default, client: { db: () => ({ collection: () => documents }) } }, life: () => until(documents.set[0]?.expires) };
    },
    experiments: [
      { store: '', does: 14 * DAY },
      { store: 'ttl: 600', does: 600_000 },
      { store: 'ttl: 0', does: 0 },
      { store: 'ttl: 600', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
      { store: 'ttl: Infinity', does: 'never' },
      { store: 'ttl: () => 600', does: 'never', says: 'unknown' },
      // What is over is skipped when it is read.
      { store: "autoRemove: 'disabled'", session: 'cookie: { maxAge: 60000 }', does: 60_000 },
    ],
  },
  {
    model: connectMongodbSession,
    row: 'Return.New',
    prelude: `import connect from 'connect-mongodb-session'; const MongoDBStore = connect(session);`,
    store: 'ready(new MongoDBStore({ uri, connectionOptions, OPTIONS }, () => {}))',
    open() {
      const documents = collection();
      const MongoDBStore = (sessionPackages['connect-mongodb-session'] as Factory)(packages['express-session']);
      // Nobody listens there; the collection is exchanged for one that needs nobody.
      const ready = (store: { collection: unknown; client: { close(): Promise<void> } }): object => {
        store.collection = documents;
        return store;
      };
      return { variables: { MongoDBStore, ready, uri: 'mongodb://127.0.0.1:1/test', connectionOptions: { serverSelectionTimeoutMS: 10 } }, life: () => until(documents.set[0]?.expires) };
    },
    experiments: [
      { store: '', does: 14 * DAY },
      { store: 'expires: 600000', does: 600_000 },
      { store: 'expires: 0', does: 0 },
      { store: 'expires: 600000', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
      { store: 'expires: Infinity', does: 'never' },
      { store: 'expires: () => 600000', does: 'throws', says: 'unknown' },
    ],
  },
  {
    model: connectPgSimple,
    row: 'Return.New',
    prelude: `import connect from 'connect-pg-simple'; const PgStore = connect(session);`,
    store: 'new PgStore({ pool, OPTIONS })',
    open() {
      const seconds: unknown[] = [];
      const pool = {
        query: (sql: string, values: readonly unknown[]) => {
          if (sql.startsWith('INSERT')) seconds.push(values[1]);
          return Promise.resolve({ rows: [] });
        },
      };
      // It rounds up to whole seconds.
      const life = (): Outcome => {
        const end = Number(seconds[0]);
        return Number.isFinite(end) ? toOutcome(end * 1000 - Date.now() - 999) : 'never';
      };
      return { variables: { PgStore: (sessionPackages['connect-pg-simple'] as Factory)(packages['express-session']), pool }, life };
    },
    experiments: [
      { store: '', does: DAY },
      { store: 'ttl: 600', does: 600_000 },
      { store: 'ttl: 0', does: DAY },
      { store: 'ttl: 600', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
      { store: 'ttl: Infinity', does: 'never' },
      // It makes no number of a function, and the database refuses what it makes.
      { store: 'ttl: () => 600', does: 'never', says: 'unknown' },
      { store: 'pruneSessionInterval: false', does: DAY },
    ],
  },
  {
    model: memorystore,
    row: 'Return.New',
    as: 'process-memory',
    prelude: `import connect from 'memorystore'; const MemoryStore = connect(session);`,
    store: 'ready(new MemoryStore({ OPTIONS }))',
    open() {
      let kept: { store: { dump(): readonly { readonly e: number }[] } } | undefined;
      const ready = (store: typeof kept): unknown => (kept = store);
      const life = (): Outcome => {
        const [entry] = kept?.store.dump() ?? [];
        if (!entry) return 'not kept';
        // Zero stands for no end.
        return entry.e === 0 || !Number.isFinite(entry.e) ? 'never' : toOutcome(entry.e - Date.now());
      };
      return { variables: { MemoryStore: (sessionPackages.memorystore as Factory)(packages['express-session']), ready }, life };
    },
    experiments: [
      { store: '', does: DAY },
      { store: 'checkPeriod: 600000', does: DAY },
      { store: 'ttl: 600000', does: 600_000 },
      { store: '', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
      // Its own word beats the cookie's.
      { store: 'ttl: 600000', session: 'cookie: { maxAge: 60000 }', does: 600_000 },
      { store: 'ttl: 0', does: 'never' },
      { store: 'ttl: 0', session: 'cookie: { maxAge: 60000 }', does: 'never' },
      { store: 'ttl: Infinity', does: 'never' },
      { store: 'ttl: () => 600000', does: 600_000, says: 'unknown' },
    ],
  },
  {
    model: sessionFileStore,
    row: 'Return.New',
    prelude: `import connect from 'session-file-store'; const FileStore = connect(session);`,
    store: 'ready(new FileStore({ path: folder, logFn: () => {}, retries: 0, OPTIONS }))',
    open() {
      const own = mkdtempSync(path.join(folder, 'files-'));
      let options: object = {};
      const ready = (store: { options: object }): object => {
        options = store.options;
        return store;
      };
      return { variables: { FileStore: (sessionPackages['session-file-store'] as Factory)(packages['express-session']), ready, folder: own }, life: () => fileLife(own, options) };
    },
    experiments: [
      { store: '', does: 3_600_000 },
      { store: 'ttl: 600', does: 600_000 },
      { store: 'ttl: 0', does: 0 },
      { store: 'ttl: 600', session: 'cookie: { maxAge: 60000 }', does: 60_000 },
      { store: 'ttl: Infinity', does: 'never' },
      { store: 'reapInterval: -1', does: 3_600_000 },
      { store: 'ttl: () => 600', does: 0, says: 'unknown' },
    ],
  },
];

/** How long after the last access the package says that the file is over: halved until it is a second. */
function fileLife(own: string, options: object): Outcome {
  const [file] = readdirSync(own);
  if (file === undefined) return 'not kept';
  const session = JSON.parse(readFileSync(path.join(own, file), 'utf8')) as object;
  const isOver = (after: number): boolean => fileStoreParts.isExpired({ ...session, __lastAccess: Date.now() - after }, options);
  let [alive, over] = [0, 400 * DAY];
  if (!isOver(over)) return 'never';
  if (isOver(-500)) return 0;
  while (over - alive > 500) {
    const middle = (alive + over) / 2;
    if (isOver(middle)) over = middle;
    else alive = middle;
  }
  return toOutcome(alive);
}

const SESSION = `import session from 'express-session';`;
const expressionOf = ({ store }: Library, { store: options, session = '' }: Experiment): string =>
  `session({ secret: 'x', resave: false, saveUninitialized: false, store: ${store.replace('OPTIONS', options)}, ${session} })`;
/** The engine is not shown what only takes the real store apart. */
const shownOf = (library: Library, experiment: Experiment): string => expressionOf({ ...library, store: library.store.replace(/^ready\((.*)\)$/, '$1') }, experiment);

describe.each(libraries.map((library) => [library.model.id, library] as const))('%s', (id, library) => {
  const prelude = `${SESSION} ${library.prelude}`;

  it.each(library.experiments.map((one) => [`${one.store || 'no option'}; ${one.session ?? 'no cookie'}`, one] as const))('%s', async (_, experiment) => {
    const opened = library.open();
    const { variables } = opened;
    if (experiment.does === 'throws') await expect(makeSession(expressionOf(library, experiment), variables)).rejects.toThrow();
    else {
      await visit(await makeSession(expressionOf(library, experiment), variables));
      expect(opened.life()).toBe(experiment.does);
    }
    expect(predicted(configOf(shownOf(library, experiment), prelude).record)).toBe(experiment.says ?? experiment.does);
  });

  it('is known as a store of this library', () => {
    expect(configOf(shownOf(library, { store: '', does: 0 }), prelude).store.cases).toMatchObject([{ value: library.as ?? id }]);
  });

  const lines = lifetimeRules(library.model).filter(([, { row }]) => library.model.stores?.[row]?.path === library.row);
  it.each(lines)('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, id, place);
    expect(library.experiments.some((one) => isConfigJudgedAnew(shownOf(library, one), prelude, reduced))).toBe(true);
  });

  it('says which option keeps what is over, unless the code removes it', () => {
    for (const { when, and = [], option, calls = [], code = '' } of library.model.stores?.[0]?.keepsEnded ?? []) {
      const name = /Member\[(\w+)\]/.exec(when.read)?.[1] ?? '';
      const [keeps, removes] = when.is === 'absent' ? ['', `${name}: ${code}`] : [`${name}: ${JSON.stringify(when.is)}`, ''];
      const keptWith = (store: string, further = ''): unknown => configOf(shownOf(library, { store, does: 0 }), `${prelude}\n${further}`).keepsEnded;
      expect(keptWith(keeps)).toMatchObject({ option });
      expect(keptWith(removes)).toBeUndefined();
      for (const { read } of and) expect(keptWith(`${typeof read === 'string' ? /Member\[(\w+)\]/.exec(read)?.[1] : ''}: 100`)).toBeUndefined();
      for (const call of calls) expect(keptWith(keeps, `store.${call}();`)).toBeUndefined();
    }
  });
});

describe('what keeps records that are over', () => {
  it('connect-mongo makes an index, unless it is told not to', async () => {
    for (const [autoRemove, indexes] of [[undefined, 1], ['native', 1], ['disabled', 0]] as const) {
      let made = 0;
      const documents = { ...collection(), createIndex: () => Promise.resolve(void made++) };
      const { default: MongoStore } = sessionPackages['connect-mongo'] as { default: { create(options: object): { collectionP: Promise<unknown> } } };
      await MongoStore.create({ client: { db: () => ({ collection: () => documents }) }, ...(autoRemove === undefined ? {} : { autoRemove }) }).collectionP;
      expect(made, autoRemove).toBe(indexes);
    }
  });

  it('session-file-store starts a timer, unless it is told not to', () => {
    const FileStore = (sessionPackages['session-file-store'] as Factory)(packages['express-session']);
    const timerOf = (options: object): unknown => (new FileStore({ path: folder, logFn: () => {}, ...options }) as { options: { reapIntervalObject?: NodeJS.Timeout } }).options.reapIntervalObject;
    const timer = timerOf({});
    expect(timer).toBeDefined();
    clearInterval(timer as NodeJS.Timeout);
    expect(timerOf({ reapInterval: -1 })).toBeUndefined();
  });

  it('memorystore starts no timer, unless it is told to, and pushes out what is over its maximum', () => {
    const MemoryStore = (sessionPackages.memorystore as Factory)(packages['express-session']) as new (options: object) => { _checkInterval?: NodeJS.Timeout; stopInterval(): void; store: { length: number }; set(id: string, session: object): void };
    expect(new MemoryStore({})._checkInterval).toBeUndefined();
    const checked = new MemoryStore({ checkPeriod: 600_000 });
    expect(checked._checkInterval).toBeDefined();
    checked.stopInterval();
    for (const [options, kept] of [[{}, 3], [{ max: 2 }, 2]] as const) {
      const store = new MemoryStore(options);
      for (const id of ['a', 'b', 'c']) store.set(id, { cookie: {} });
      expect(store.store.length).toBe(kept);
    }
  });

  it('connect-pg-simple prunes by a timer, unless it is told not to', async () => {
    const PgStore = (sessionPackages['connect-pg-simple'] as Factory)(packages['express-session']);
    const pool = { query: () => Promise.resolve({ rows: [] }) };
    for (const [options, timed] of [[{}, true], [{ pruneSessionInterval: false }, false]] as const) {
      const store = new PgStore({ pool, ...options }) as { pruneTimer?: unknown; set(id: string, session: object, done: () => void): void; close(): Promise<void> };
      await new Promise<void>((resolve) => store.set('a', { cookie: {} }, resolve));
      expect(store.pruneTimer !== undefined).toBe(timed);
      await store.close();
    }
  });
});
