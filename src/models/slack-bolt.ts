import { defineModel } from './define-model.js';

/** The conversation store of Slack's Bolt, where one is named. */
export const slackBolt = defineModel({
  id: 'slack-bolt',
  docs: 'https://docs.slack.dev/tools/bolt-js/',
  packages: ['@slack/bolt'],
  checkedAgainst: '5.1.0',
  configs: [{
    from: { package: '@slack/bolt' }, path: 'Member[MemoryStore].New', memory: 'server-session', options: 'Argument[0]', lifetime: [],
    store: { always: 'process-memory' },
  }],
});
