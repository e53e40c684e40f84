import { noProcessMemoryStore } from '../../rules/no-process-memory-store.js';
import { testRule } from '../harness/test-rule.js';

const express = (options: string): string => `import express from 'express';
import session, { MemoryStore } from 'express-session';
import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';
const client = createClient();
const app = express();
app.use(session({ secret, cookie: { maxAge: 1800000 }${options} }));
`;
const saver = (code: string): string => `import { MemorySaver } from '@langchain/langgraph';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
${code}
`;

testRule(noProcessMemoryStore, {
  valid: [
    { name: 'a durable store', code: express(', store: new RedisStore({ client })') },
    { name: 'a store that is not known', code: express(', store: stores.session') },
    { name: 'a choice by the environment', code: saver(`export const checkpointer = process.env.NODE_ENV === 'test' ? new MemorySaver() : undefined;`) },
    { name: 'a choice by what is configured', code: saver('export const checkpointer = url ? PostgresSaver.fromConnString(url) : new MemorySaver();') },
    { name: 'what is left when nothing is given', code: saver('export const make = (given) => given ?? new MemorySaver();') },
    { name: 'what is left when the database cannot be had', code: saver('export function make(url) { try { return PostgresSaver.fromConnString(url); } catch { return new MemorySaver(); } }') },
    { name: 'a cache in front of a store', code: saver('export const both = new Layered(new MemorySaver(), PostgresSaver.fromConnString(url));') },
    { name: 'a page', code: saver('window.checkpointer = new MemorySaver();') },
    { name: 'a test file', code: express(''), file: 'test/app.ts' },
  ],
  invalid: [
    { name: 'the built-in store', code: express('') },
    { name: 'the built-in store by name', code: express(', store: new MemoryStore()') },
    { name: 'a Map', code: express(', store: new Map()') },
    { name: 'a bot', code: `import { Bot, session } from 'grammy';\nconst bot = new Bot(token);\nbot.use(session({ initial: () => ({}) }));\n` },
    { name: 'a checkpointer', code: saver('export const checkpointer = new MemorySaver();') },
    { name: 'a library without a store that is known', code: `import { App, MemoryStore } from '@slack/bolt';\nexport const app = new App({ token, convoStore: new MemoryStore() });\n` },
    { name: 'a database that is memory', code: `import { LibSQLStore } from '@mastra/libsql';\nexport const storage = new LibSQLStore({ id: 'storage', url: ':memory:' });\n` },
  ],
});
