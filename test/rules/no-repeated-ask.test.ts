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

testRule(noRepeatedAsk, {
  valid: [
    { name: 'asked when missing', code: wizard("if (!ctx.wizard.state.email) await ctx.reply('Where to?');") },
    { name: 'cleared on purpose', code: wizard("delete ctx.wizard.state.email; await ctx.reply('Where to?');") },
    { name: 'another field', code: wizard("await ctx.reply('Where to?');").replace(/ctx\.wizard\.state\.email(?=[^]*leave)(?![^]*ctx\.wizard\.state\.email)/u, 'ctx.wizard.state.partnerEmail') },
    { name: 'no question in between', code: wizard('') },
  ],
  invalid: [{ name: 'asked again in a later step', code: wizard("await ctx.reply('Where to?');") }],
});
