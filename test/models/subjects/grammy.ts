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
      return { 'grammy.Composer': [new grammy.Composer()], 'grammy.Context': [context()] }[from.type] ?? [];
    },
    isOfType: (value, type) => value instanceof (type === 'grammy.Composer' ? grammy.Composer : grammy.Context),
    call: (name, callee) => callee({ storage: new grammy.MemorySessionStorage(), name }),
    construct: (name, constructor) => new constructor(...(name === 'Bot' ? ['1:not-a-token'] : [])),
    parametersOf: (name, receiver) => handlerParameters(name, receiver),
    close: () => Promise.resolve(),
  };
}

/** A context as handlers are given it, once a session stands before them and a text has matched. */
function context(): grammy.Context {
  const { bot } = offlineGrammy();
  const from = { id: 7, is_bot: false, first_name: 'Ada' } as const;
  const message = { message_id: 1, date: 0, chat: { id: 7, type: 'private', first_name: 'Ada' }, from, text: 'hi' } as const;
  const update = { update_id: 1, message, callback_query: { id: '1', from, chat_instance: '1', data: 'go' } };
  return Object.assign(new grammy.Context(update, bot.api, bot.botInfo), { session: {}, match: 'hi' });
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
