import { defineModel } from './define-model.js';
import type { ConfigRow } from './library-model.js';

const APP = { type: 'slack-bolt.App' } as const;
const IN_MEMORY: Omit<ConfigRow, 'from' | 'path'> = { memory: 'server-session', options: 'Argument[0]', lifetime: [], store: { always: 'process-memory' } };

/** The stores of Slack's Bolt, where one is named, and when a conversation ends that is kept in one. */
export const slackBolt = defineModel({
  id: 'slack-bolt',
  docs: 'https://docs.slack.dev/tools/bolt-js/',
  packages: ['@slack/bolt', '@slack/oauth'],
  checkedAgainst: '@slack/bolt 3.22, 5.1; @slack/oauth 4.0',
  types: [
    { name: APP.type, from: { package: '@slack/bolt' }, path: 'Member[App].New' },
    { name: 'slack-bolt.Given', from: APP, path: 'Member[message,event,action,command,shortcut,view,options,use].Argument[any].Parameter[0]' },
    { name: 'slack-bolt.Context', from: { type: 'slack-bolt.Given' }, path: 'Member[context]' },
  ],
  configs: [
    { from: { package: '@slack/bolt' }, path: 'Member[MemoryStore].New', ...IN_MEMORY },
    // A restart loses who has installed the app.
    { from: { package: '@slack/oauth' }, path: 'Member[MemoryInstallationStore].New', ...IN_MEMORY },
  ],
  // A moment, not a span: `Date.now() + 30 * 60 * 1000`.
  durations: [{
    from: { type: 'slack-bolt.Context' }, path: 'Member[updateConversation].Return', memory: 'server-session',
    lifetime: [{ clock: 'record', when: [{ read: 'Argument[1]', is: 'present' }], then: { read: 'Argument[1]', unit: 'epoch-ms', option: 'expiresAt' } }],
  }],
});
