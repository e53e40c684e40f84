import { Composer, Scenes } from 'telegraf';
import * as telegrafSession from 'telegraf/session';

import { offlineBot, pressed, type OfflineBot } from '../offline-bot.js';
import { packages } from '../packages.js';
import type { Callable, Subject } from '../subject.js';

/** What stands before the handler, and what makes the library call it. */
interface Trigger {
  readonly before: readonly unknown[];
  readonly fire: (bot: OfflineBot) => Promise<void>;
}

const say = (text: string, entity?: string) => (bot: OfflineBot) => bot.text(text, entity);

const TRIGGERS: Readonly<Record<string, Trigger>> = {
  use: { before: [], fire: say('hi') },
  on: { before: ['message'], fire: say('hi') },
  hears: { before: ['hi'], fire: say('hi') },
  action: { before: ['go'], fire: (bot) => bot.send(pressed('go')) },
  command: { before: ['order'], fire: say('/order', 'bot_command') },
  start: { before: [], fire: say('/start', 'bot_command') },
  help: { before: [], fire: say('/help', 'bot_command') },
  settings: { before: [], fire: say('/settings', 'bot_command') },
  email: { before: ['a@b.cd'], fire: say('a@b.cd', 'email') },
  phone: { before: ['+491234'], fire: say('+491234', 'phone_number') },
  url: { before: ['https://a.bc'], fire: say('https://a.bc', 'url') },
  mention: { before: ['ada'], fire: say('@ada', 'mention') },
};

/** telegraf 4, with the context that a wizard's step is handed. */
export async function telegrafSubject(): Promise<Subject> {
  const [context] = await stepParameters(1);
  return {
    name: 'telegraf 4',
    start(from) {
      if ('package' in from) return from.package === 'telegraf' ? [packages.telegraf] : from.package === 'telegraf/scenes' ? [Scenes] : from.package === 'telegraf/session' ? [telegrafSession] : [];
      if ('global' in from) return from.global === 'Map' ? [Map] : [];
      if (!('type' in from)) return [];
      return { 'telegraf.Composer': [new Composer(), new Scenes.BaseScene('ask')], 'telegraf.Context': [context] }[from.type] ?? [];
    },
    isOfType: (value, type) => (type === 'telegraf.Composer' ? typeof value === 'object' && value !== null && 'on' in value && 'middleware' in value : isContext(value)),
    call: (_, callee) => callee(),
    construct: (name, constructor) => new constructor(...({ Telegraf: ['1:not-a-token'], BaseScene: ['ask'], WizardScene: ['ask', () => {}] }[name] ?? [])),
    parametersOf: (name, receiver, index) => (name === 'WizardScene' ? stepParameters(index) : handlerParameters(name, receiver)),
    close: () => Promise.resolve(),
  };
}

function isContext(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'update' in value && 'reply' in value;
}

/** What the wizard hands to the step that stands at an argument of its constructor, and to the one after it. */
async function stepParameters(index: number): Promise<readonly unknown[]> {
  const seen: (readonly unknown[])[] = [];
  const step = (...values: unknown[]): void => {
    seen.push(values);
    (values[0] as Scenes.WizardContext).wizard.next();
  };
  const others = Array.from({ length: index - 1 }, () => step);
  const bot = offlineBot(new Scenes.WizardScene('wizard', ...others, step, step));
  bot.bot.command('begin', (ctx) => ctx.scene.enter('wizard'));
  await bot.text('/begin', 'bot_command');
  await bot.text('hi');
  return seen[1] && seen[0] ? seen[1] : [];
}

async function handlerParameters(name: string, receiver: unknown): Promise<readonly unknown[]> {
  let seen: readonly unknown[] = [];
  const handler = (...values: unknown[]): void => void (seen = values);
  if (name === 'enter' || name === 'leave') return sceneParameters(name, receiver);
  const { before, fire } = TRIGGERS[name] ?? { before: [], fire: say('hi') };
  const method = Reflect.get(receiver as object, name) as Callable;
  const bot = offlineBot();
  const made = method.call(receiver, ...before, handler);
  // The static ones make a middleware, the others register on what they are called on.
  bot.bot.use((typeof receiver === 'function' ? made : receiver) as Composer<Scenes.WizardContext>);
  await fire(bot);
  return seen;
}

/** Scenes alone have handlers for being entered and left. */
async function sceneParameters(name: 'enter' | 'leave', receiver: unknown): Promise<readonly unknown[]> {
  if (!(receiver instanceof Scenes.BaseScene)) return [];
  let seen: readonly unknown[] = [];
  receiver[name]((...values: unknown[]) => void (seen = values));
  const bot = offlineBot(receiver);
  bot.bot.command('begin', (ctx) => ctx.scene.enter('ask'));
  (receiver as Scenes.BaseScene<Scenes.WizardContext>).command('end', (ctx) => ctx.scene.leave());
  await bot.text('/begin', 'bot_command');
  await bot.text('/end', 'bot_command');
  return seen;
}
