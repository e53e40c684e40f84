import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

/** `maxAge` wins where it is more than zero; `0` and `null` are as good as none. */
function ends(clock: LifetimeRule['clock'], otherwise: LifetimeRule['then']): readonly LifetimeRule[] {
  return [
    { clock, when: [{ read: 'Member[maxAge]', is: 0 }, { read: 'Member[expires]', is: 'absent' }], then: otherwise },
    { clock, when: [{ read: 'Member[maxAge]', is: 'number' }], then: { read: 'Member[maxAge]', unit: 'ms', option: 'maxAge' } },
    { clock, when: [{ read: 'Member[expires]', is: null }, { read: 'Member[maxAge]', is: 'absent' }], then: otherwise },
    { clock, when: [{ read: 'Member[expires]', is: 'present' }], then: { read: 'Member[expires]', unit: 'date', option: 'expires' } },
    { clock, when: [{ read: 'Member[maxAge]', is: null }], then: otherwise },
    { clock, when: [{ read: 'Member[maxAge]', is: 'present' }], then: { read: 'Member[maxAge]', unit: 'ms', option: 'maxAge' } },
    { clock, then: otherwise },
  ];
}

/**
 * The session itself in a cookie, signed and readable. The value holds no time, so the cookie's end is its only end:
 * without one, a copy of it works for ever.
 */
export const cookieSession = defineModel({
  id: 'cookie-session',
  docs: 'https://github.com/expressjs/cookie-session#readme',
  packages: ['cookie-session'],
  checkedAgainst: '2.1',
  configs: [
    {
      from: { package: 'cookie-session' },
      path: 'Return',
      memory: 'cookie',
      options: 'Argument[0]',
      lifetime: [...ends('record', { never: 'default' }), ...ends('cookie', 'browser-close')],
      misplaced: [
        { option: 'cookie.maxAge', instead: 'maxAge' },
        { option: 'cookie.expires', instead: 'maxAge' },
      ],
      moments: [{ option: 'expires', instead: 'maxAge' }],
      remedy: { set: ['maxAge'], unit: 'ms', argument: 0 },
    },
  ],
});
