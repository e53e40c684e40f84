import { defineModel } from './define-model.js';

/** The history of a BuilderBot lies in its database; `MemoryDB` is none. */
export const builderbot = defineModel({
  id: 'builderbot',
  docs: 'https://www.builderbot.app/databases',
  packages: ['@builderbot/bot'],
  checkedAgainst: '1.3.13',
  types: [
    { name: 'builderbot.Chain', from: { package: '@builderbot/bot' }, path: 'Member[addKeyword].Return' },
    { name: 'builderbot.Chain', from: { type: 'builderbot.Chain' }, path: 'Member[addAnswer,addAction].Return' },
    { name: 'builderbot.Context', from: { type: 'builderbot.Chain' }, path: 'Member[addAnswer,addAction].Argument[any].Parameter[0]' },
    { name: 'builderbot.Methods', from: { type: 'builderbot.Chain' }, path: 'Member[addAnswer,addAction].Argument[any].Parameter[1]' },
    { name: 'builderbot.Bot', from: { package: '@builderbot/bot' }, path: 'Member[createBot].Return.Member[handleCtx].Argument[0].Parameter[0]' },
    { name: 'builderbot.Bot', from: { package: '@builderbot/bot' }, path: 'Member[createBot].Return' },
  ],
  answers: [{ from: { type: 'builderbot.Context' }, path: 'Member[body]' }],
  chains: [{ from: { package: '@builderbot/bot' }, path: 'Member[addKeyword].Return', flow: 'Argument[0]', asks: ['addAnswer'], waits: 'capture', leaves: ['gotoFlow', 'endFlow'] }],
  keeps: [{ from: { type: 'builderbot.Methods' }, path: 'Member[state].Member[update].Return', value: 'Argument[0]', into: 'state' }],
  moves: [{ from: { type: 'builderbot.Bot' }, path: 'Member[dispatch].Return', to: { flow: 'Argument[0]', with: 'Argument[1]', into: 'ctx' } }],
  configs: [{
    from: { package: '@builderbot/bot' }, path: 'Member[MemoryDB].New', memory: 'server-session', options: 'Argument[0]', lifetime: [],
    store: { always: 'process-memory' },
    durable: [
      { package: '@builderbot/database-mongo', store: 'MongoAdapter', drivers: ['mongodb', 'mongoose'], ends: 'it has no expiry of its own, so delete what is over' },
      { package: '@builderbot/database-postgres', store: 'PostgreSQLAdapter', drivers: ['pg'], ends: 'it has no expiry of its own, so delete what is over' },
      { package: '@builderbot/database-mysql', store: 'MysqlAdapter', drivers: ['mysql', 'mysql2'], ends: 'it has no expiry of its own, so delete what is over' },
    ],
  }],
});
