import { MemorySessionStore, session, type Context } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { models } from '../../src/models/index.js';
import { telegraf } from '../../src/models/telegraf.js';
import { factsOf } from './facts-of.js';
import { predicted, type Outcome } from './outcome.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const PRELUDE = `import { MemorySessionStore, session } from 'telegraf';\n`;
const DAY = 24 * 60 * 60 * 1000;

const experiments: readonly { readonly code: string; readonly options: Parameters<typeof session>[0]; readonly record: Outcome }[] = [
  { code: 'session()', options: {}, record: 'never' },
  { code: 'session({ ttl: 60 })', options: { ttl: 60 } as never, record: 'never' },
  { code: 'session({ store: new Map() })', options: { store: new Map() as never }, record: 'never' },
  { code: 'session({ store: new MemorySessionStore() })', options: { store: new MemorySessionStore() }, record: 'never' },
  { code: 'session({ store: new MemorySessionStore(60000) })', options: { store: new MemorySessionStore(60_000) }, record: 60_000 },
];

/** By the version that is declared. */
function judged(code: string, version = '^4.16.0', using = models, prelude = PRELUDE): string {
  try {
    return String(predicted(factsOf(`${prelude}${code};`, using, { telegraf: version }).sessionConfigs[0]?.record));
  } catch {
    return 'nothing';
  }
}

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('sessions of telegraf 4', () => {
  it.each(experiments.map((one) => [one.code, one] as const))('%s', async (_, { code, options, record }) => {
    const middleware = session<{ steps: number }, Context & { session: { steps: number } }>(options as never);
    const seen: unknown[] = [];
    const visit = (): Promise<unknown> => {
      const ctx = { update: { update_id: 1 }, from: { id: 7 }, chat: { id: 7 } } as unknown as Context & { session: { steps: number } };
      return Promise.resolve(middleware(ctx, () => {
        seen.push(ctx.session?.steps);
        ctx.session = { steps: 1 };
        return Promise.resolve();
      }));
    };
    await visit();
    vi.setSystemTime(Date.now() + (record === 'never' ? 1000 * DAY : Number(record) + 1));
    await visit();
    expect(seen).toEqual([undefined, record === 'never' ? 1 : undefined]);
    expect(judged(code)).toBe(String(record));
    expect(factsOf(`${PRELUDE}${code};`).sessionConfigs[0]?.store.cases).toMatchObject([{ value: 'process-memory' }]);
  });

  it('says of `ttl` what both versions do only where the version is known', () => {
    expect([judged('session({ ttl: 60 })', '^3.40.0'), judged('session({ ttl: 60 })', '^4.0.0'), judged('session({ ttl: 60 })', '*')]).toEqual(['60000', 'never', 'unknown']);
  });

  it.each(lifetimeRules(telegraf))('needs the line %s', (_, place) => {
    const reduced = withoutRule(models, 'telegraf', place);
    const of3 = `import session from 'telegraf/session';\n`;
    const of4 = `import { session } from 'telegraf/session';\n`;
    const cases = [...experiments.map(({ code }) => code), 'session({ ttl: 0 })'].flatMap((code) => [PRELUDE, of3, of4].flatMap((prelude) => ['^3.40.0', '^4.16.0'].map((version) => [code, version, prelude] as const)));
    expect(cases.some(([code, version, prelude]) => judged(code, version, models, prelude) !== judged(code, version, reduced, prelude) || why(code, version, models, prelude) !== why(code, version, reduced, prelude))).toBe(true);
  });
});

/** An option that is ignored is told differently from a default. */
function why(code: string, version: string, using: typeof models, prelude: string): string {
  return JSON.stringify(factsOf(`${prelude}${code};`, using, { telegraf: version }).sessionConfigs[0]?.record.cases.map((one) => (one.status === 'known' ? one.value : one)));
}
