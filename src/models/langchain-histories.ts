import { defineModel } from './define-model.js';
import type { ConfigRow } from './library-model.js';
import { endsBySeconds } from './never-ends.js';

const HISTORY: Omit<ConfigRow, 'from' | 'path'> = { memory: 'server-record', options: 'Argument[0]', lifetime: endsBySeconds('sessionTTL'), remedy: { set: ['sessionTTL'], unit: 's', argument: 0 } };

/** Chat histories of LangChain in Redis. They end only where `sessionTTL` says so. */
export const langchainHistories = defineModel({
  id: 'langchain-histories',
  docs: 'https://docs.langchain.com/oss/javascript/integrations/chat',
  packages: ['@langchain/redis', '@langchain/community'],
  checkedAgainst: '@langchain/redis 1.1.2, @langchain/community 1.1.29',
  configs: [
    { from: { package: '@langchain/redis' }, path: 'Member[RedisChatMessageHistory].New', ...HISTORY },
    { from: { package: '@langchain/community/stores/message/ioredis' }, path: 'Member[RedisChatMessageHistory].New', ...HISTORY },
    { from: { package: '@langchain/community/stores/message/upstash_redis' }, path: 'Member[UpstashRedisChatMessageHistory].New', ...HISTORY },
  ],
});
