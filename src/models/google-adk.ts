import { defineModel } from './define-model.js';

/** Sessions of Google's agents. */
export const googleAdk = defineModel({
  id: 'google-adk',
  docs: 'https://google.github.io/adk-docs/sessions/session/',
  packages: ['@google/adk'],
  checkedAgainst: '2.0',
  configs: [{
    from: { package: '@google/adk' }, path: 'Member[InMemorySessionService].New', memory: 'server-session', options: 'Argument[0]', lifetime: [],
    store: { always: 'process-memory' },
    durable: [{ package: '@google/adk', store: 'DatabaseSessionService', drivers: [], ends: 'it has no expiry of its own, so delete sessions that are over' }],
  }],
});
