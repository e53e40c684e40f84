import { defineModel } from './define-model.js';

/** Where a conversation of grammY waits for its next message. Before version 2 that was in the session. */
export const grammyConversations = defineModel({
  id: 'grammy-conversations',
  docs: 'https://grammy.dev/plugins/conversations',
  packages: ['@grammyjs/conversations'],
  checkedAgainst: '1.2, 2.1',
  configs: [{
    from: { package: '@grammyjs/conversations' }, path: 'Member[conversations].Return', versions: '>=2', memory: 'server-session', options: 'Argument[0]', lifetime: [],
    store: { read: 'Member[storage]', whenAbsent: 'process-memory' },
  }],
});
