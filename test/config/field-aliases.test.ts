import { expect, it } from 'vitest';
import { temporaryFolder } from '../scan/temporary-folder.js';
import { findingsOf } from './run-cli.js';

const pages = {
  'package.json': '{ "dependencies": { "express": "5", "nunjucks": "3" } }',
  'app.js': `import express from 'express';
const app = express();
app.get('/start', (req, res) => res.render('start.njk'));
app.post('/start', (req, res) => { req.session.mailAddr = req.body.mailAddr; res.redirect('/end'); });
app.get('/end', (req, res) => res.render('end.njk'));
app.post('/end', (req, res) => { req.session.reply = req.body.correo; res.redirect('/done'); });
`,
  'views/start.njk': '<form method="post"><input name="mailAddr"></form>\n',
  'views/end.njk': '<form method="post"><input name="correo"></form>\n',
};
const aliases = { email: ['mailAddr', 'correo'] };

it('pages that ask for one field under two names ask again', async () => {
  expect(await findingsOf(temporaryFolder(pages))).toEqual([]);
  expect(await findingsOf(temporaryFolder({ ...pages, 'session-memory.config.json': JSON.stringify({ fieldAliases: aliases }) }))).toEqual(['views/end.njk: no-repeated-ask (warn)']);
});

const bot = `import { Scenes } from 'telegraf';
export const scene = new Scenes.WizardScene('order',
  (ctx) => { ctx.reply('Where?'); return ctx.wizard.next(); },
  (ctx) => { ctx.wizard.state.mailAddr = ctx.message.text; ctx.reply('And the name?'); return ctx.wizard.next(); },
  (ctx) => { ctx.wizard.state.vorname = ctx.message.text; ctx.reply('Where to?'); return ctx.wizard.next(); },
  (ctx) => { ctx.wizard.state.correo = ctx.message.text; return ctx.scene.leave(); },
);
`;

it('a bot that asks for one field under two names asks again', async () => {
  expect(await findingsOf(temporaryFolder({ 'bot.js': bot }))).toEqual([]);
  expect(await findingsOf(temporaryFolder({ 'bot.js': bot, 'session-memory.config.json': JSON.stringify({ fieldAliases: aliases }) }))).toEqual(['bot.js: no-repeated-ask (warn)']);
});
