import type { Memory } from '../facts/index.js';

const TITLES: Readonly<Record<Memory, string>> = {
  'server-session': 'Session on the server',
  'server-record': 'Entries of a store, one for each session',
  cookie: 'Cookies',
  token: 'Tokens handed to the client',
  'local-storage': 'localStorage',
  'session-storage': 'sessionStorage',
  'indexed-db': 'IndexedDB',
  'flow-state': 'State of a flow, gone with it',
};

/** What people call a kind of memory. */
export function toSectionTitle(memory: Memory): string {
  return TITLES[memory];
}
