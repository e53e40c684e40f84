import { defineModel } from './define-model.js';
import { endsBySeconds } from './never-ends.js';

/** Telegraf sessions in Redis. The entries end only where `ttl` says so. */
export const telegrafSessionRedis = defineModel({
  id: 'telegraf-session-redis',
  docs: 'https://github.com/telegraf/telegraf-session-redis#readme',
  packages: ['telegraf-session-redis'],
  checkedAgainst: '5.1.0',
  configs: [{ from: { package: 'telegraf-session-redis' }, path: 'New', memory: 'server-session', options: 'Argument[0]', lifetime: endsBySeconds('ttl'), remedy: { set: ['ttl'], unit: 's', argument: 0 } }],
});
