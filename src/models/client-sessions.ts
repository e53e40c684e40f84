import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const DAY = 86_400_000;

/** `opts.duration || 24 hours`, kept in the sealed value and looked at by every visit. */
const RECORD: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: 'Member[duration]', is: 0 }], then: { ms: DAY } },
  { clock: 'record', when: [{ read: 'Member[duration]', is: 'present' }], then: { read: 'Member[duration]', unit: 'ms', option: 'duration' } },
  { clock: 'record', then: { ms: DAY } },
];

/** The cookie ends a second after what it holds. */
const COOKIE: readonly LifetimeRule[] = [
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[ephemeral]', is: true }], then: 'browser-close' },
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[maxAge]', is: 0 }, { read: 'Member[duration]', is: 'absent' }], then: { ms: DAY } },
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 'ms', option: 'cookie.maxAge' } },
  { clock: 'cookie', when: [{ read: 'Member[duration]', is: 'present' }], then: { read: 'Member[duration]', unit: 'ms', option: 'duration' } },
  { clock: 'cookie', then: { ms: DAY } },
];

/** Sessions sealed into a cookie, under a name that the code chooses. */
export const clientSessions = defineModel({
  id: 'client-sessions',
  docs: 'https://github.com/mozilla/node-client-sessions#readme',
  packages: ['client-sessions'],
  checkedAgainst: '0.8',
  configs: [{ from: { package: 'client-sessions' }, path: 'Return', memory: 'cookie', options: 'Argument[0]', lifetime: [...RECORD, ...COOKIE], remedy: { set: ['duration'], unit: 'ms', argument: 0 } }],
  // The name where none is chosen.
  roots: [{ from: { type: 'express.Request' }, path: 'Member[session_state]', memory: 'cookie', name: 'session_state', sealed: true }],
  clears: [{ from: { type: 'express.Request' }, path: 'Member[session_state].Member[reset,destroy].Return', memory: 'cookie', clears: 'both' }],
});
