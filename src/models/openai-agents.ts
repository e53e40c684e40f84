import { defineModel } from './define-model.js';
import type { AgentRow, ConfigRow } from './library-model.js';

const IN_MEMORY: Omit<ConfigRow, 'from' | 'path'> = {
  memory: 'server-session',
  options: 'Argument[0]',
  lifetime: [],
  store: { always: 'process-memory' },
  durable: [{ package: '@openai/agents', store: 'OpenAIConversationsSession', drivers: [], ends: 'it is kept by the API until it is deleted' }],
};

const AGENT: Omit<AgentRow, 'from' | 'path'> = { name: 'name', instructions: 'instructions', tools: 'tools', handOffs: 'handoffs' };

/** What an agent of the OpenAI Agents SDK remembers between runs. */
export const openaiAgents = defineModel({
  id: 'openai-agents',
  docs: 'https://openai.github.io/openai-agents-js/guides/sessions/',
  packages: ['@openai/agents', '@openai/agents-core', '@openai/agents-realtime'],
  checkedAgainst: '@openai/agents-core 0.20.0',
  agents: [
    { from: { package: '@openai/agents' }, path: 'Member[Agent].New', ...AGENT },
    { from: { package: '@openai/agents' }, path: 'Member[Agent].Member[create].Return', ...AGENT },
    { from: { package: '@openai/agents-core' }, path: 'Member[Agent].New', ...AGENT },
    { from: { package: '@openai/agents/realtime' }, path: 'Member[RealtimeAgent].New', ...AGENT },
    { from: { package: '@openai/agents-realtime' }, path: 'Member[RealtimeAgent].New', ...AGENT },
  ],
  configs: [
    { from: { package: '@openai/agents' }, path: 'Member[MemorySession].New', ...IN_MEMORY },
    { from: { package: '@openai/agents-core' }, path: 'Member[MemorySession].New', ...IN_MEMORY },
  ],
});
