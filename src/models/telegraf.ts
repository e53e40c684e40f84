import { defineModel } from './define-model.js';
import { telegrafSessions } from './telegraf-sessions.js';

const CONTEXT = { type: 'telegraf.Context' } as const;
/** Where what the person sent arrives, below the context. */
const ANSWERS = [['message'], ['callbackQuery'], ['update'], ['match'], ['text'], ['msg']];
/** Static methods make a middleware: `Composer.on('text', (ctx) => …)` as a wizard's step. */
const STATIC_HANDLERS = 'on,action,hears,command,email,phone,url,mention';
const HANDLERS = `use,start,help,settings,enter,leave,${STATIC_HANDLERS}`;

/** Telegram bots: wizard scenes are flows, `ctx.session` and `ctx.wizard.state` are their memory. */
export const telegraf = defineModel({
  id: 'telegraf',
  docs: 'https://telegraf.js.org/modules/Scenes.html',
  packages: ['telegraf'],
  checkedAgainst: '3, 4',
  types: [
    { name: 'telegraf.Composer', from: { package: 'telegraf' }, path: 'New' },
    { name: 'telegraf.Composer', from: { package: 'telegraf' }, path: 'Member[Telegraf,Composer].New' },
    { name: 'telegraf.Composer', from: { package: 'telegraf' }, path: 'Member[Scenes].Member[BaseScene,WizardScene,Stage].New' },
    { name: 'telegraf.Composer', from: { package: 'telegraf/scenes' }, path: 'Member[BaseScene,WizardScene,Stage].New' },
    { name: 'telegraf.Composer', from: { package: 'telegraf/scenes/wizard' }, path: 'New' },
    { name: 'telegraf.Composer', from: { package: 'telegraf/scenes/base' }, path: 'New' },
    { name: 'telegraf.Composer', from: { package: 'telegraf/composer' }, path: 'New' },
    { name: 'telegraf.Context', from: { type: 'telegraf.Composer' }, path: `Member[${HANDLERS}].Argument[any].Parameter[0]` },
    { name: 'telegraf.Context', from: { package: 'telegraf' }, path: 'Member[Scenes].Member[WizardScene].Argument[1..].Parameter[0]' },
    { name: 'telegraf.Context', from: { package: 'telegraf/scenes' }, path: 'Member[WizardScene].Argument[1..].Parameter[0]' },
    { name: 'telegraf.Context', from: { package: 'telegraf/scenes/wizard' }, path: 'Argument[1..].Parameter[0]' },
    { name: 'telegraf.Context', from: { package: 'telegraf' }, path: `Member[Composer].Member[${STATIC_HANDLERS}].Argument[any].Parameter[0]` },
  ],
  declaredTypes: [
    { package: 'telegraf', name: 'Context', type: 'telegraf.Context' },
    { package: 'telegraf', name: 'WizardContext', type: 'telegraf.Context' },
    { package: 'telegraf', name: 'SceneContext', type: 'telegraf.Context' },
    { package: 'telegraf/typings', name: 'Context', type: 'telegraf.Context' },
  ],
  ...telegrafSessions,
  roots: [
    { from: CONTEXT, path: 'Member[session]', memory: 'server-session', name: 'session' },
    { from: CONTEXT, path: 'Member[wizard].Member[state]', memory: 'flow-state', name: 'wizard.state' },
    { from: CONTEXT, path: 'Member[scene].Member[state]', memory: 'flow-state', name: 'scene.state' },
    { from: CONTEXT, path: 'Member[scene].Member[session]', memory: 'flow-state', name: 'scene.session' },
  ],
  // What a scene keeps is gone with it.
  clears: [{ from: CONTEXT, path: 'Member[scene].Member[leave].Return', memory: 'flow-state', clears: 'record' }],
  answers: [{ from: CONTEXT, path: 'Member[message,msg,callbackQuery,text]', except: ['from', 'chat', 'message_id', 'date'] }],
  asks: [
    { from: CONTEXT, path: 'Member[reply,replyWithHTML,replyWithMarkdown,replyWithMarkdownV2,editMessageText,sendMessage,replyWithPhoto].Return', text: 'Argument[0]', answer: 'next-step' },
    { from: CONTEXT, path: 'Member[telegram].Member[sendMessage].Return', text: 'Argument[1]', answer: 'next-step' },
  ],
  steps: [
    { from: { package: 'telegraf' }, path: 'Member[Scenes].Member[WizardScene].New', flow: 'Argument[0]', firstStep: 1, answers: ANSWERS },
    { from: { package: 'telegraf/scenes' }, path: 'Member[WizardScene].New', flow: 'Argument[0]', firstStep: 1, answers: ANSWERS },
    { from: { package: 'telegraf/scenes/wizard' }, path: 'New', flow: 'Argument[0]', firstStep: 1, answers: ANSWERS },
  ],
  moves: [
    { from: CONTEXT, path: 'Member[wizard].Member[next].Return', to: 'next' },
    { from: CONTEXT, path: 'Member[wizard].Member[back].Return', to: 'back' },
    { from: CONTEXT, path: 'Member[wizard].Member[selectStep].Return', to: { step: 'Argument[0]' } },
    { from: CONTEXT, path: 'Member[scene].Member[enter].Return', to: { flow: 'Argument[0]', with: 'Argument[1]', into: 'scene.state' } },
  ],
  scenes: [
    { from: { package: 'telegraf' }, path: 'Member[Scenes].Member[BaseScene].New', flow: 'Argument[0]', enters: ['enter'], takes: ['on', 'hears', 'action', 'command', 'email', 'phone'], answers: ANSWERS },
    { from: { package: 'telegraf/scenes' }, path: 'Member[BaseScene].New', flow: 'Argument[0]', enters: ['enter'], takes: ['on', 'hears', 'action', 'command'], answers: ANSWERS },
    { from: { package: 'telegraf/scenes/base' }, path: 'New', flow: 'Argument[0]', enters: ['enter'], takes: ['on', 'hears', 'action', 'command'], answers: ANSWERS },
  ],
  ownKeys: ['__scenes', '__language_code', 'cursor'],
});
