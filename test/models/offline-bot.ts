import { Scenes, session, Telegraf } from 'telegraf';

/** A bot that sends nothing: what it would send is kept. */
export interface OfflineBot {
  readonly bot: Telegraf<Scenes.WizardContext>;
  readonly sent: { readonly method: string; readonly payload: Readonly<Record<string, unknown>> }[];
  /** One update of the only person there is, in the only chat. */
  send(update: Readonly<Record<string, unknown>>): Promise<void>;
  /** A text message; `entity` covers all of the text. */
  text(text: string, entity?: string): Promise<void>;
}

const from = { id: 7, is_bot: false, first_name: 'Ada' };
const chat = { id: 7, type: 'private', first_name: 'Ada' };

/** @param scenes - registered with sessions before them, as wizards need. */
export function offlineBot(...scenes: unknown[]): OfflineBot {
  const bot = new Telegraf<Scenes.WizardContext>('1:not-a-token');
  const sent: { method: string; payload: Record<string, unknown> }[] = [];
  bot.botInfo = { id: 1, is_bot: true, first_name: 'Bot', username: 'bot', can_join_groups: false, can_read_all_group_messages: false, supports_inline_queries: false };
  // Each update has a Telegram of its own, so it is the context's that is kept from the network.
  bot.use((ctx, next) => {
    ctx.telegram.callApi = ((method: string, payload: Record<string, unknown>) => {
      sent.push({ method, payload });
      return Promise.resolve({ message_id: sent.length, date: 0, chat });
    }) as typeof ctx.telegram.callApi;
    return next();
  });
  bot.use(session());
  if (scenes.length > 0) bot.use(new Scenes.Stage(scenes as Scenes.WizardScene<Scenes.WizardContext>[]).middleware());
  let id = 0;
  const send = (update: Readonly<Record<string, unknown>>): Promise<void> => bot.handleUpdate({ update_id: ++id, ...update } as Parameters<typeof bot.handleUpdate>[0]);
  return {
    bot,
    sent,
    send,
    text: (text, entity) => send({ message: { message_id: ++id, date: 0, chat, from, text, ...(entity === undefined ? {} : { entities: [{ type: entity, offset: 0, length: text.length }] }) } }),
  };
}

/** A press of a button below a message. */
export function pressed(data: string): Readonly<Record<string, unknown>> {
  return { callback_query: { id: '1', from, chat_instance: '1', data, message: { message_id: 1, date: 0, chat, text: 'x' } } };
}
