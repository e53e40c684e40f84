import { defineModel } from './define-model.js';
import { NEVER_ENDS } from './never-ends.js';

/** Telegraf sessions in a file, or in memory when `storage` says so. Nothing ends them. */
export const telegrafSessionLocal = defineModel({
  id: 'telegraf-session-local',
  docs: 'https://github.com/RealSpeaker/telegraf-session-local#readme',
  packages: ['telegraf-session-local'],
  checkedAgainst: '2.1.1',
  configs: [{
    from: { package: 'telegraf-session-local' }, path: 'New', memory: 'server-session', options: 'Argument[0]', lifetime: NEVER_ENDS,
    store: { read: 'Member[storage]', whenAbsent: 'itself' },
    durable: [{ package: 'telegraf-session-local', store: 'LocalSession.storageFileAsync', drivers: [], ends: 'it has no expiry of its own, so delete what is over' }],
  }],
  stores: [
    { from: { package: 'telegraf-session-local' }, path: 'Member[storageMemory]', options: 'Argument[0]', precedence: 'store-first', inProcess: true, lifetime: NEVER_ENDS },
    { from: { package: 'telegraf-session-local' }, path: 'Member[storageFileSync,storagefileSync,storageFileAsync,storagefileAsync]', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
  ],
});
