import { noRepeatedAsk } from '../../rules/no-repeated-ask.js';
import { testRule } from '../harness/test-rule.js';

/** A wizard that asks for the e-mail address, then the topic, then does `last`, then stores what was answered. */
const wizard = (last: string, name = 'letter', path = 'ctx.wizard.state.email'): string => `import { Scenes } from 'telegraf';
export const scene_${name.replaceAll('-', '_')} = new Scenes.WizardScene(
  '${name}',
  async (ctx) => { await ctx.reply('Your e-mail address?'); return ctx.wizard.next(); },
  async (ctx) => { ${path} = ctx.message.text; await ctx.reply('The topic?'); return ctx.wizard.next(); },
  async (ctx) => {
    ctx.wizard.state.topic = ctx.message.text;
    ${last}
    return ctx.wizard.next();
  },
  async (ctx) => { ${path} = ctx.message.text; return ctx.scene.leave(); },
);
`;

/** A bot that keeps its stage in the session: name, then e-mail address, then `last`, whose answer is kept as the name. */
const stages = (last: string): string => `import { Bot } from 'grammy';
const bot = new Bot(process.env.BOT_TOKEN);
bot.on('message:text', async (ctx) => {
  if (ctx.session.step === 'name') {
    ctx.session.name = ctx.message.text;
    ctx.session.step = 'email';
    await ctx.reply('Your e-mail address?');
  } else if (ctx.session.step === 'email') {
    ctx.session.email = ctx.message.text;
    ${last}
  } else if (ctx.session.step === 'signature') {
    ctx.session.name = ctx.message.text;
    await ctx.reply('Thank you.');
  }
});
`;

/** Two agents, of which the first must ask for the phone number. */
const agents = (steps: string): string => `import { Agent, tool } from '@openai/agents';
const identify = tool({ name: 'identify', parameters: { type: 'object', properties: { phone_number: { type: 'string' } } }, execute: find });
const returns = new Agent({
  name: 'returns',
  instructions: \`You handle returns.
# Steps
${steps}\`,
});
export const front = new Agent({ name: 'front', instructions: 'Request the phone number, then hand over.', tools: [identify], handoffs: [returns] });
`;

/** A program that asks twice at a terminal; `options` are those of the second question. */
const prompts = (options: string, known = ''): string => `import inquirer from 'inquirer';
export async function order() {
  const customer = await inquirer.prompt([{ type: 'input', name: 'email', message: 'E-mail' }]);
  const billing = await inquirer.prompt([{ type: 'input', name: 'email', ${options} }]${known});
  return { customer, billing };
}
`;

testRule(noRepeatedAsk, {
  valid: [
    { name: 'asked when missing', code: wizard("if (!ctx.wizard.state.email) await ctx.reply('Where to?');") },
    { name: 'cleared on purpose', code: wizard("delete ctx.wizard.state.email; await ctx.reply('Where to?');") },
    { name: 'another field', code: wizard("await ctx.reply('Where to?');").replace(/ctx\.wizard\.state\.email(?=[^]*leave)(?![^]*ctx\.wizard\.state\.email)/u, 'ctx.wizard.state.partnerEmail') },
    { name: 'no question in between', code: wizard('') },
    { name: 'a stage that is only reached when the answer is missing', code: stages("if (!ctx.session.name) { ctx.session.step = 'signature'; await ctx.reply('Who signs?'); }") },
    { name: 'a stage that begins anew', code: stages("ctx.session.step = 'name'; await ctx.reply('Who are you?');") },
    { name: 'instructions that ask for what is missing', code: agents("1. Unless it is known, ask for the user's phone number.") },
    { name: 'instructions that ask for the phone of somebody else', code: agents("1. Ask for the recipient's phone number.") },
    { name: 'answers that are handed on', code: prompts("message: 'Where to?'", ', customer') },
    { name: 'a prompt with a default', code: prompts("message: 'Where to?', default: customer.email") },
    { name: 'a prompt under a condition', code: prompts("message: 'Where to?', when: () => !customer.email") },
  ],
  invalid: [
    { name: 'asked again in a later step', code: wizard("await ctx.reply('Where to?');") },
    { name: 'asked again in a later stage', code: stages("ctx.session.step = 'signature'; await ctx.reply('Who signs?');") },
    { name: 'asked again by the agent that is handed over to', code: agents("1. Ask for the user's phone number.\n2. Look up the order.") },
    { name: 'asked again by a later prompt', code: prompts("message: 'Where to?'") },
  ],
});
