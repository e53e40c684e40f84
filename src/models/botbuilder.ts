import { defineModel } from './define-model.js';
import type { ConfigRow } from './library-model.js';

const IN_MEMORY: Omit<ConfigRow, 'from' | 'path'> = {
  memory: 'server-session',
  options: 'Argument[0]',
  lifetime: [],
  store: { always: 'process-memory' },
  durable: [
    { package: 'botbuilder-azure', store: 'CosmosDbPartitionedStorage', drivers: ['@azure/cosmos'], ends: 'set a time to live on its container' },
    { package: 'botbuilder-azure-blobs', store: 'BlobsStorage', drivers: ['@azure/storage-blob'], ends: 'let a lifecycle rule of the container delete what is old' },
  ],
};

/** What the Bot Framework keeps of conversations and users lies where the storage is. */
export const botbuilder = defineModel({
  id: 'botbuilder',
  docs: 'https://learn.microsoft.com/azure/bot-service/bot-builder-concept-state',
  packages: ['botbuilder', 'botbuilder-core', '@microsoft/agents-hosting'],
  checkedAgainst: '4.23.3, @microsoft/agents-hosting 1.8',
  configs: [
    { from: { package: 'botbuilder' }, path: 'Member[MemoryStorage].New', ...IN_MEMORY },
    // What took its place.
    { from: { package: '@microsoft/agents-hosting' }, path: 'Member[MemoryStorage].New', ...IN_MEMORY },
    { from: { package: 'botbuilder-core' }, path: 'Member[MemoryStorage].New', ...IN_MEMORY },
  ],
});
