import { createRequire } from 'node:module';

import * as h3 from 'h3';
import { Hono } from 'hono';
import * as honoSessions from 'hono-sessions';
import { describe, expect, it } from 'vitest';

import { h3Session } from '../../src/models/h3-session.js';
import { honoSessions as honoSessionsModel } from '../../src/models/hono-sessions.js';
import { models } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { mongoose as mongooseModel } from '../../src/models/mongoose.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { runCode } from './run-code.js';
import { configOf, isConfigJudgedAnew } from './session-experiment.js';
import { h3Event } from './subjects/auth-sessions.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

// It looks for a browser where it is imported.
const { Schema } = createRequire(import.meta.url)('mongoose') as typeof import('mongoose');

interface Experiment {
  /** What is written in the place of `OPTIONS`. */
  readonly options: string;
  readonly record: Outcome;
  readonly cookie?: Outcome;
  readonly says?: { readonly record?: Outcome; readonly cookie?: Outcome };
}

interface Library {
  readonly model: LibraryModel;
  readonly prelude: string;
  readonly call: string;
  readonly measure: (options: string) => Promise<{ readonly record: Outcome; readonly cookie?: Outcome }>;
  readonly experiments: readonly Experiment[];
}

function cookieLife(header: string): Outcome {
  const maxAge = /Max-Age=(\d+)/i.exec(header)?.[1];
  const expires = /Expires=([^;]+)/i.exec(header)?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  return expires === undefined ? 'browser-close' : toOutcome(Date.parse(expires) - Date.now());
}

/** A seal holds when it ends, in the sixth of its parts. */
function sealedLife(seal: string): Outcome {
  const end = seal.split('*')[5] ?? '';
  return end === '' ? 'never' : toOutcome(Number(end) - Date.now());
}

const libraries: readonly Library[] = [
  {
    model: h3Session,
    prelude: "import { useSession } from 'h3'; const event = {} as never; const password = 'x'.repeat(32);",
    call: 'useSession(event, { password, OPTIONS })',
    async measure(options) {
      const event = h3Event();
      const config = (await runCode(`return { password: 'x'.repeat(32), ${options} }`, {})) as h3.SessionConfig;
      await h3.useSession(event, config);
      return { record: sealedLife(await h3.sealSession(event, config)), cookie: cookieLife(String(event.node.res.getHeader('set-cookie'))) };
    },
    experiments: [
      { options: 'name: "app"', record: 'never', cookie: 'browser-close' },
      { options: 'maxAge: 60', record: 60_000, cookie: 60_000 },
      { options: 'maxAge: 0', record: 'never', cookie: 'browser-close' },
      { options: 'seal: { ttl: 60000 }', record: 60_000, cookie: 'browser-close' },
      { options: 'seal: { ttl: 0 }', record: 'never', cookie: 'browser-close' },
      { options: 'cookie: { maxAge: 60 }', record: 'never', cookie: 60_000 },
      { options: 'cookie: { expires: new Date(Date.now() + 60000) }', record: 'never', cookie: 60_000 },
      // Version 2 reads it, version 1 does not.
      { options: 'idleTimeout: 60', record: 'never', cookie: 'browser-close', says: { record: 'unknown' } },
    ],
  },
  {
    model: honoSessionsModel,
    prelude: "import { MemoryStore, sessionMiddleware } from 'hono-sessions';",
    call: 'sessionMiddleware({ store: new MemoryStore(), OPTIONS })',
    async measure(options) {
      const store = new honoSessions.MemoryStore();
      const middleware = (await runCode(`return sessionMiddleware({ store, ${options} })`, { ...honoSessions, store })) as Parameters<Hono['use']>[1];
      const app = new Hono();
      app.use('*', middleware);
      app.get('/', (context) => context.text('page'));
      const answer = await app.request('/');
      const [kept] = (store as unknown as { data: Map<string, { _expire: string | null }> }).data.values();
      return {
        record: kept?._expire ? toOutcome(Date.parse(kept._expire) - Date.now()) : 'never',
        cookie: cookieLife(answer.headers.get('set-cookie') ?? ''),
      };
    },
    experiments: [
      { options: 'sessionCookieName: "app"', record: 'never', cookie: 'browser-close' },
      { options: 'expireAfterSeconds: 60', record: 60_000, cookie: 'browser-close' },
      { options: 'expireAfterSeconds: 0', record: 'never', cookie: 'browser-close' },
      { options: 'cookieOptions: { maxAge: 60 }', record: 'never', cookie: 60_000 },
      { options: 'cookieOptions: { expires: new Date(Date.now() + 60000) }', record: 'never', cookie: 60_000 },
    ],
  },
  {
    model: mongooseModel,
    prelude: "import { model, Schema } from 'mongoose';",
    call: "(() => { const schema = OPTIONS; return model('Session', schema); })()",
    async measure(options) {
      const schema = (await runCode(`const schema = ${options}; return schema`, { Schema })) as { indexes(): readonly (readonly [fields: object, options: { readonly expireAfterSeconds?: number }])[] };
      const [index] = schema.indexes().flatMap(([, { expireAfterSeconds }]) => (expireAfterSeconds === undefined ? [] : [expireAfterSeconds]));
      return { record: index === undefined ? 'never' : index * 1000 };
    },
    experiments: [
      // Something else may remove them.
      { options: 'new Schema({ at: Date })', record: 'never', says: { record: 'unknown' } },
      { options: 'new Schema({ at: { type: Date, expires: 60 } })', record: 60_000 },
      { options: "new Schema({ at: { type: Date, expires: '1h' } })", record: 3_600_000 },
      { options: "new Schema({ at: { type: Date, index: { expires: '1h' } } })", record: 3_600_000 },
      { options: 'new Schema({ at: Date }); schema.index({ at: 1 }, { expireAfterSeconds: 60 })', record: 60_000 },
      { options: "new Schema({ at: Date }); schema.index({ at: 1 }, { expires: '1h' })", record: 3_600_000 },
      { options: 'new Schema({ at: Date }); schema.index({ at: 1 }, { expires: 0 })', record: 'never' },
      // At the date itself.
      { options: 'new Schema({ at: Date }); schema.index({ at: 1 }, { expireAfterSeconds: 0 })', record: 0, says: { record: 'unknown' } },
    ],
  },
];

describe.each(libraries.map((library) => [library.model.id, library] as const))('%s', (id, { model, prelude, call, measure, experiments }) => {
  const expressionOf = ({ options }: Experiment): string => call.replace('OPTIONS', options);

  it.each(experiments.map((one) => [one.options, one] as const))('%s', async (options, experiment) => {
    const { record, cookie, says } = experiment;
    expect(await measure(options)).toEqual({ record, ...(cookie === undefined ? {} : { cookie }) });
    const config = configOf(expressionOf(experiment), prelude);
    const [first] = config.record.cases.filter(({ status }) => status !== 'unknown');
    expect(first === undefined ? 'unknown' : predicted({ cases: [first] })).toBe(says?.record ?? record);
    if (cookie !== undefined) expect(predicted(config.cookie)).toBe(says?.cookie ?? cookie);
  });

  const lines = lifetimeRules(model).filter(([, { kind, row }]) => kind === 'configs' && row === 0);
  it.each(lines)('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, id, place);
    expect(experiments.some((one) => isConfigJudgedAnew(expressionOf(one), prelude, reduced))).toBe(true);
  });
});
