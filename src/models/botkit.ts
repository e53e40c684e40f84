import { defineModel } from './define-model.js';

/** Botkit keeps the state of dialogs in the storage of its settings; without one in memory, with a warning. */
export const botkit = defineModel({
  id: 'botkit',
  docs: 'https://github.com/howdyai/botkit/blob/main/packages/docs/core.md',
  packages: ['botkit'],
  checkedAgainst: '4.15.0',
  configs: [{
    from: { package: 'botkit' }, path: 'Member[Botkit].New', memory: 'server-session', options: 'Argument[0]', lifetime: [],
    store: { read: 'Member[storage]', whenAbsent: 'process-memory' },
    durable: [
      { package: 'botbuilder-storage-mongodb', store: 'MongoDbStorage', drivers: ['mongodb', 'mongoose'], ends: 'it has no expiry of its own, so delete what is over' },
      { package: 'botbuilder-azure', store: 'CosmosDbPartitionedStorage', drivers: ['@azure/cosmos'], ends: 'set a time to live on its container' },
    ],
  }],
});
