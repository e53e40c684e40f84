import { enhanceStorage, lazySession, MemorySessionStorage, session, type Context, type MiddlewareFn } from 'grammy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { grammy } from '../../src/models/grammy.js';
import { models } from '../../src/models/index.js';
import { factsOf } from './facts-of.js';
import { offlineGrammy } from './offline-grammy.js';
import { predicted, type Outcome } from './outcome.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

type Remembering = Context & { session: { steps?: number } };

const PRELUDE = `import { enhanceStorage, lazySession, MemorySessionStorage, session } from 'grammy';\n`;
const DAY = 24 * 60 * 60 * 1000;

interface Experiment {
  readonly code: string;
  readonly middleware: () => MiddlewareFn<Remembering>;
  readonly record: Outcome;
}

type Enhanced = Parameters<typeof enhanceStorage>[0]['storage'];

/** What it holds changes with what is wrapped around it, and the types of the two do not fit under strict options. */
const memory = (timeToLive?: number): Enhanced => new MemorySessionStorage<never>(timeToLive) as unknown as Enhanced;
const use = (options: object): MiddlewareFn<Remembering> => session({ initial: () => ({}), ...options });

const experiments: readonly Experiment[] = [
  { code: 'session()', middleware: () => use({}), record: 'never' },
  { code: 'lazySession({ initial: () => ({}) })', middleware: () => lazySession({ initial: () => ({}) }), record: 'never' },
  { code: 'session({ storage: new MemorySessionStorage() })', middleware: () => use({ storage: memory() }), record: 'never' },
  { code: 'session({ storage: new MemorySessionStorage(60000) })', middleware: () => use({ storage: memory(60_000) }), record: 60_000 },
  {
    code: 'session({ storage: enhanceStorage({ storage: new MemorySessionStorage(), millisecondsToLive: 60000 }) })',
    middleware: () => use({ storage: enhanceStorage({ storage: memory(), millisecondsToLive: 60_000 }) }),
    record: 60_000,
  },
  {
    code: 'session({ storage: enhanceStorage({ storage: new MemorySessionStorage(60000) }) })',
    middleware: () => use({ storage: enhanceStorage({ storage: memory(60_000) }) }),
    record: 60_000,
  },
];

const judged = (code: string, using = models): Outcome => predicted(factsOf(`${PRELUDE}${code};`, using).sessionConfigs[0]?.record);

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('sessions of grammY', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (_, { code, middleware, record }) => {
    const seen: (number | undefined)[] = [];
    const bot = offlineGrammy<Remembering>(middleware(), async (ctx) => {
      // Lazy ones are promises.
      const kept = await Promise.resolve(ctx.session);
      seen.push(kept.steps);
      kept.steps = (kept.steps ?? 0) + 1;
    });
    await bot.text('hi');
    vi.setSystemTime(Date.now() + (record === 'never' ? 1000 * DAY : Number(record) - 1));
    await bot.text('hi');
    vi.setSystemTime(Date.now() + (record === 'never' ? 1000 * DAY : Number(record) + 1));
    await bot.text('hi');
    expect(seen).toEqual(record === 'never' ? [undefined, 1, 2] : [undefined, 1, undefined]);
    expect(judged(code)).toBe(record);
    expect(factsOf(`${PRELUDE}${code};`).sessionConfigs[0]?.store.cases).toMatchObject([{ value: 'process-memory' }]);
  });

  it('has a storage for each part of a session of several', async () => {
    const storage = memory(60_000);
    const several = Reflect.apply(session, undefined, [{ type: 'multi', basket: { initial: () => 1, storage } }]) as MiddlewareFn;
    const seen: unknown[] = [];
    await offlineGrammy(several, (ctx) => void seen.push({ ...(Reflect.get(ctx, 'session') as object) })).text('hi');
    expect(seen).toEqual([{ basket: 1 }]);
    const [config] = factsOf(`${PRELUDE}session({ type: 'multi', basket: { storage } });`).sessionConfigs;
    expect(config?.store.cases).toMatchObject([{ status: 'unknown' }]);
    expect(predicted(config?.record)).toBe('unknown');
  });

  it.each(lifetimeRules(grammy))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'grammy', place);
    const codes = [...experiments.map(({ code }) => code), `session({ type: 'multi', basket: { storage } })`];
    const says = (code: string, using = models): string => {
      try {
        return String(judged(code, using));
      } catch {
        return 'nothing';
      }
    };
    expect(codes.some((code) => says(code) !== says(code, reduced))).toBe(true);
  });
});
