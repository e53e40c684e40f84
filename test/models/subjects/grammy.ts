import * as grammy from 'grammy';

import { offlineGrammy } from '../offline-grammy.js';
import type { Callable, Subject } from '../subject.js';

/** What stands before the handler that is registered. */
const BEFORE: Readonly<Record<string, readonly unknown[]>> = { use: [], on: ['message'], hears: ['hi'], command: ['go'], callbackQuery: ['go'], filter: [() => true] };

/** grammY, with the context that handlers are given when there is a session. */
export function grammySubject(): Subject {
  return {
    name: 'grammy 1',
    start(from) {
      if ('package' in from) return from.package === 'grammy' ? [grammy] : [];
      if (!('type' in from)) return [];
      return { 'grammy.Composer': [new grammy.Composer()], 'grammy.Context': [{ update: {}, reply: () => {}, session: {} }] }[from.type] ?? [];
    },
    isOfType: (value, type) => value instanceof (type === 'grammy.Composer' ? grammy.Composer : grammy.Context),
    call: (name, callee) => callee({ storage: new grammy.MemorySessionStorage(), name }),
    construct: (name, constructor) => new constructor(...(name === 'Bot' ? ['1:not-a-token'] : [])),
    parametersOf: (name, receiver) => handlerParameters(name, receiver),
    close: () => Promise.resolve(),
  };
}

async function handlerParameters(name: string, receiver: unknown): Promise<readonly unknown[]> {
  let seen: readonly unknown[] = [];
  const handler = (...values: unknown[]): void => void (seen = values);
  (receiver as Readonly<Record<string, Callable>>)[name]?.(...(BEFORE[name] ?? []), handler);
  const bot = offlineGrammy((receiver as grammy.Composer<grammy.Context>).middleware());
  for (const said of ['hi', '/go']) if (seen.length === 0) await bot.text(said);
  if (seen.length === 0) await bot.press('go');
  return seen;
}
