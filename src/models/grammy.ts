import { defineModel } from './define-model.js';
import type { ConfigRow } from './library-model.js';
import { NEVER_ENDS } from './never-ends.js';

const SESSION: Omit<ConfigRow, 'from' | 'path'> = {
  memory: 'server-session',
  options: 'Argument[0]',
  lifetime: NEVER_ENDS,
  // Each part of a `type: 'multi'` session has a storage of its own.
  store: { read: { reader: 'first-of', reads: ['Member[storage]', 'Member[type]'] }, whenAbsent: 'process-memory' },
  durable: [
    { package: '@grammyjs/storage-redis', store: 'RedisAdapter', drivers: ['ioredis', 'redis'], ends: 'give it a `ttl` in seconds' },
    { package: '@grammyjs/storage-mongodb', store: 'MongoDBAdapter', drivers: ['mongodb', 'mongoose'], ends: '`enhanceStorage({ storage, millisecondsToLive })` ends what nobody comes back to' },
    { package: '@grammyjs/storage-psql', store: 'PsqlAdapter', drivers: ['pg'], ends: '`enhanceStorage({ storage, millisecondsToLive })` ends what nobody comes back to' },
    { package: '@grammyjs/storage-prisma', store: 'PrismaAdapter', drivers: ['@prisma/client'], ends: '`enhanceStorage({ storage, millisecondsToLive })` ends what nobody comes back to' },
    { package: '@grammyjs/storage-supabase', store: 'supabaseAdapter', drivers: ['@supabase/supabase-js'], ends: '`enhanceStorage({ storage, millisecondsToLive })` ends what nobody comes back to' },
    { package: '@grammyjs/storage-file', store: 'FileAdapter', drivers: [], ends: '`enhanceStorage({ storage, millisecondsToLive })` ends what nobody comes back to' },
    { package: '@grammyjs/storage-free', store: 'freeStorage', drivers: [], ends: '`enhanceStorage({ storage, millisecondsToLive })` ends what nobody comes back to' },
  ],
};

/** Sessions of Telegram bots. Without a storage they stay in the process, and nothing ends them. */
export const grammy = defineModel({
  id: 'grammy',
  docs: 'https://grammy.dev/plugins/session',
  packages: ['grammy'],
  checkedAgainst: '1.46',
  types: [
    { name: 'grammy.Composer', from: { package: 'grammy' }, path: 'Member[Bot,Composer].New' },
    { name: 'grammy.Context', from: { type: 'grammy.Composer' }, path: 'Member[use,on,hears,command,callbackQuery,filter].Argument[any].Parameter[0]' },
  ],
  declaredTypes: [{ package: 'grammy', name: 'Context', type: 'grammy.Context' }],
  configs: [{ from: { package: 'grammy' }, path: 'Member[session,lazySession].Return', ...SESSION }],
  answers: [{ from: { type: 'grammy.Context' }, path: 'Member[message,msg,callbackQuery,match]', except: ['from', 'chat', 'message_id', 'date'] }],
  asks: [
    { from: { type: 'grammy.Context' }, path: 'Member[reply,replyWithPhoto,editMessageText].Return', text: 'Argument[0]', answer: 'next-step' },
    { from: { type: 'grammy.Context' }, path: 'Member[api].Member[sendMessage].Return', text: 'Argument[1]', answer: 'next-step' },
  ],
  stores: [
    {
      from: { package: 'grammy' }, path: 'Member[MemorySessionStorage].New', options: 'Argument[0]', precedence: 'store-first', inProcess: true,
      lifetime: [{ clock: 'record', when: [{ read: '', is: 'number' }], then: { read: '', unit: 'ms', option: 'timeToLive' } }, ...NEVER_ENDS],
    },
    {
      from: { package: 'grammy' }, path: 'Member[enhanceStorage].Return', options: 'Argument[0]', precedence: 'store-first', wraps: 'Member[storage]',
      lifetime: [{ clock: 'record', when: [{ read: 'Member[millisecondsToLive]', is: 'present' }], then: { read: 'Member[millisecondsToLive]', unit: 'ms', option: 'millisecondsToLive' } }],
    },
  ],
  roots: [{ from: { type: 'grammy.Context' }, path: 'Member[session]', memory: 'server-session', name: 'session' }],
});
