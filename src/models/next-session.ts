import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const MAX_AGE = 'Member[cookie].Member[maxAge]';

/** Seconds. Zero is as good as no end. */
function ends(clock: LifetimeRule['clock'], otherwise: LifetimeRule['then']): readonly LifetimeRule[] {
  return [
    { clock, when: [{ read: MAX_AGE, is: 0 }], then: otherwise },
    { clock, when: [{ read: MAX_AGE, is: null }], then: otherwise },
    { clock, when: [{ read: MAX_AGE, is: 'present' }], then: { read: MAX_AGE, unit: 's', option: 'cookie.maxAge' } },
    { clock, then: otherwise },
  ];
}

const SESSION = { type: 'next-session.Session' } as const;

/** Sessions for Next.js: an id in a cookie, the record in this process unless a store is given. Nothing ends by default. */
export const nextSession = defineModel({
  id: 'next-session',
  docs: 'https://github.com/hoangvvo/next-session#readme',
  packages: ['next-session'],
  checkedAgainst: '4.0',
  types: [{ name: 'next-session.Session', from: { package: 'next-session' }, path: 'Return.Return' }],
  configs: [
    {
      from: { package: 'next-session' },
      path: 'Return',
      memory: 'server-session',
      options: 'Argument[0]',
      lifetime: [...ends('record', { never: 'default' }), ...ends('cookie', 'browser-close')],
      store: { read: 'Member[store]', whenAbsent: 'process-memory' },
      misplaced: [{ option: 'maxAge', instead: 'cookie.maxAge' }],
      remedy: { set: ['cookie', 'maxAge'], unit: 's', argument: 0 },
    },
  ],
  roots: [{ from: SESSION, path: '', memory: 'server-session', name: 'session' }],
  clears: [{ from: SESSION, path: 'Member[destroy].Return', memory: 'server-session', clears: 'both' }],
  ownKeys: ['id', 'cookie', 'commit', 'touch', 'destroy'],
});
