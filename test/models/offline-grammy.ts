import { Bot, type Context, type MiddlewareFn } from 'grammy';

const from = { id: 7, is_bot: false, first_name: 'Ada' } as const;
const chat = { id: 7, type: 'private', first_name: 'Ada' } as const;

/** A bot that sends nothing, and hands one update after the other of the only person there is to its middleware. */
export function offlineGrammy<C extends Context>(...middleware: readonly MiddlewareFn<C>[]): { readonly bot: Bot<C>; text(text: string): Promise<void>; press(data: string): Promise<void> } {
  const bot = new Bot<C>('1:not-a-token', { botInfo: { id: 1, is_bot: true, first_name: 'Bot', username: 'bot' } as Bot['botInfo'] });
  for (const one of middleware) bot.use(one);
  let update = 0;
  const send = (content: object): Promise<void> => bot.handleUpdate({ update_id: ++update, ...content });
  const message = (text: string): object => ({ message_id: update, date: 0, chat, from, text, ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}) });
  return { bot, text: (text) => send({ message: message(text) }), press: (data) => send({ callback_query: { id: '1', from, chat_instance: '1', data, message: message('go') } }) };
}
