import { Scenes } from 'telegraf';
import { describe, expect, it } from 'vitest';

import { telegraf } from '../../src/models/telegraf.js';
import { offlineBot, pressed, type OfflineBot } from './offline-bot.js';

type Step = (ctx: Scenes.WizardContext) => Promise<unknown> | void;

/** A bot in whose wizard a person stands, before the first step. `/begin` runs that. */
function inWizard(...steps: Step[]): OfflineBot {
  const made = offlineBot(new Scenes.WizardScene('order', ...steps));
  made.bot.command('begin', (ctx) => ctx.scene.enter('order'));
  return made;
}

describe('a wizard of telegraf 4', () => {
  it('takes its name, then its steps, and hands each update to one of them', async () => {
    const ran: string[] = [];
    const bot = inWizard(
      (ctx) => {
        ran.push(`first ${ctx.text}`);
        void ctx.wizard.next();
      },
      (ctx) => {
        ran.push(`second ${ctx.text}`);
        void ctx.wizard.next();
      },
      (ctx) => {
        ran.push(`third ${ctx.text}`);
        return ctx.scene.leave();
      },
    );
    await bot.text('/begin', 'bot_command');
    await bot.text('a');
    await bot.text('b');
    await bot.text('c');
    expect(ran).toEqual(['first /begin', 'second a', 'third b']);
    expect(telegraf.steps?.map(({ flow, firstStep }) => [flow, firstStep])).toEqual(telegraf.steps?.map(() => ['Argument[0]', 1]));
  });

  it('keeps wizard.state, which is scene.state, until the scene is left', async () => {
    const seen: unknown[] = [];
    const bot = inWizard(
      (ctx) => {
        seen.push({ ...ctx.wizard.state });
        (ctx.wizard.state as Record<string, unknown>)['email'] = 'a@b.cd';
        ctx.wizard.next();
      },
      (ctx) => {
        seen.push({ ...ctx.wizard.state }, ctx.scene.state === ctx.wizard.state, ctx.scene.session.state === ctx.scene.state);
        return ctx.scene.leave();
      },
    );
    await bot.text('/begin', 'bot_command');
    await bot.text('hi');
    await bot.text('/begin', 'bot_command');
    expect(seen).toEqual([{}, { email: 'a@b.cd' }, true, true, {}]);
  });

  it('goes back by back and selectStep', async () => {
    const ran: number[] = [];
    const steps: Step[] = [
      (ctx) => {
        ran.push(0);
        void ctx.wizard.next();
      },
      (ctx) => {
        ran.push(1);
        void (ran.length < 4 ? ctx.wizard.back() : ctx.wizard.next());
      },
      (ctx) => {
        ran.push(2);
        void ctx.wizard.selectStep(0);
      },
    ];
    const bot = inWizard(...steps);
    await bot.text('/begin', 'bot_command');
    for (let i = 0; i < 5; i++) await bot.text('hi');
    expect(ran).toEqual([0, 1, 0, 1, 2, 0]);
    expect(telegraf.moves?.flatMap(({ path, to }) => (typeof to === 'object' && 'flow' in to ? [] : [path]))).toEqual(['next', 'back', 'selectStep'].map((name) => `Member[wizard].Member[${name}].Return`));
  });

  it('has each place of an answer on the context of some update', async () => {
    const names = [...new Set([...(telegraf.steps ?? []), ...(telegraf.scenes ?? [])].flatMap(({ answers }) => answers.map(([name]) => name ?? '')))];
    const seen = new Set<string>();
    const look = (ctx: object): void => {
      for (const name of names) if ((Reflect.get(ctx, name) as unknown) !== undefined) seen.add(name);
    };
    const bot = offlineBot();
    bot.bot.hears(/hi/, look);
    bot.bot.action('go', look);
    await bot.text('hi');
    await bot.send(pressed('go'));
    expect([...seen].sort()).toEqual([...names].sort());
  });

  it('is left by a method of the scene', async () => {
    const current: unknown[] = [];
    const bot = inWizard((ctx) => void ctx.wizard.next(), (ctx) => ctx.scene.leave());
    bot.bot.use((ctx) => void current.push(ctx.scene.current));
    await bot.text('/begin', 'bot_command');
    await bot.text('a');
    await bot.text('b');
    expect(current).toEqual([undefined]);
    expect(telegraf.clears?.map(({ path }) => path)).toContain('Member[scene].Member[leave].Return');
  });
});

describe('a base scene of telegraf 4', () => {
  it('asks when it is entered, and takes what is sent while it is the current one', async () => {
    const ran: string[] = [];
    const scene = new Scenes.BaseScene<Scenes.WizardContext>('email');
    scene.enter(() => void ran.push('asked'));
    scene.on('text', (ctx) => (ran.push(ctx.message.text), ctx.scene.leave()));
    const bot = offlineBot(scene);
    bot.bot.command('begin', (ctx) => ctx.scene.enter('email'));
    await bot.text('/begin', 'bot_command');
    await bot.text('a@b.cd');
    await bot.text('later');
    expect(ran).toEqual(['asked', 'a@b.cd']);
  });

  it('has every method that registers a handler', () => {
    const scene = new Scenes.BaseScene('email');
    for (const { enters, takes } of telegraf.scenes ?? []) for (const name of [...enters, ...takes]) expect(scene, name).toHaveProperty(name);
  });
});

describe('questions of telegraf 4', () => {
  it.each([...new Set(telegraf.asks?.flatMap(({ path, text }) => [...path.matchAll(/Member\[([^\]]+)\]/g)].at(-1)?.[1]?.split(',').map((name) => `${name} ${typeof text === 'string' ? text : ''}`) ?? []))])('%s is what the person reads', async (pair) => {
    const [name = '', argument = ''] = pair.split(' ');
    const position = Number(/\d+/.exec(argument)?.[0]);
    const bot = offlineBot();
    const ask = async (ctx: Scenes.WizardContext): Promise<void> => {
      // With a chat before the text it is the method of `ctx.telegram`.
      const owner: object = position === 1 ? ctx.telegram : ctx;
      const values = position === 1 ? [7, 'Your e-mail?'] : ['Your e-mail?'];
      await (Reflect.get(owner, name) as (...values: unknown[]) => Promise<unknown>).apply(owner, values);
    };
    bot.bot.on('message', ask);
    bot.bot.on('callback_query', ask);
    await (name === 'editMessageText' ? bot.send(pressed('go')) : bot.text('hi'));
    expect(Object.values(bot.sent.at(-1)?.payload ?? {})).toContain('Your e-mail?');
  });
});
