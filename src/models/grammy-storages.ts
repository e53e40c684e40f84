import { defineModel } from './define-model.js';
import { endsBySeconds, NEVER_ENDS } from './never-ends.js';

/** Where grammY's sessions can be kept. Only Redis can end what nobody comes back to. */
export const grammyStorages = defineModel({
  id: 'grammy-storages',
  docs: 'https://github.com/grammyjs/storages#readme',
  packages: ['@grammyjs/storage-redis', '@grammyjs/storage-free', '@grammyjs/storage-file', '@grammyjs/storage-mongodb', '@grammyjs/storage-supabase', '@grammyjs/storage-prisma'],
  checkedAgainst: '2.6.0',
  stores: [
    { from: { package: '@grammyjs/storage-redis' }, path: 'Member[RedisAdapter].New', options: 'Argument[0]', precedence: 'store-first', lifetime: endsBySeconds('ttl'), remedy: { set: ['ttl'], unit: 's', argument: 0 } },
    { from: { package: '@grammyjs/storage-free' }, path: 'Member[freeStorage].Return', options: 'Argument[1]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@grammyjs/storage-file' }, path: 'Member[FileAdapter].New', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@grammyjs/storage-mongodb' }, path: 'Member[MongoDBAdapter].New', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@grammyjs/storage-supabase' }, path: 'Member[supabaseAdapter].Return', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
    { from: { package: '@grammyjs/storage-prisma' }, path: 'Member[PrismaAdapter].New', options: 'Argument[0]', precedence: 'store-first', lifetime: NEVER_ENDS },
  ],
});
