import { defineModel } from './define-model.js';
import type { LifetimeRule, Unit } from './library-model.js';

const SPAN = 'Member[sessionExpiresIn].Argument[0]';
const DAY = 86_400_000;
const IDLE = 'Member[sessionExpiresIn].Member[idlePeriod]';

/** `new TimeSpan(2, 'h')`. Weeks are left alone. */
const UNITS: readonly (readonly [word: string, unit: Unit])[] = [['ms', 'ms'], ['s', 's'], ['m', 'min'], ['h', 'h'], ['d', 'days']];

const LIFETIME: readonly LifetimeRule[] = [
  ...UNITS.map(([word, unit]): LifetimeRule => ({ clock: 'record', when: [{ read: 'Member[sessionExpiresIn].Argument[1]', is: word }], then: { read: SPAN, unit, option: 'sessionExpiresIn' } })),
  { clock: 'record', when: [{ read: 'Member[sessionExpiresIn]', is: 'present' }], then: 'unknown' },
  { clock: 'record', then: { ms: 30 * DAY } },
];

/** Sessions in the project's database, renewed in the second half of their 30 days; before 3 an idle period is added to the active one. */
export const lucia = defineModel({
  id: 'lucia',
  docs: 'https://v3.lucia-auth.com/reference/main/Lucia',
  packages: ['lucia'],
  checkedAgainst: '2.7, 3.2',
  configs: [
    { from: { package: 'lucia' }, path: 'Member[Lucia].New', memory: 'server-session', options: 'Argument[1]', lifetime: LIFETIME },
    {
      from: { package: 'lucia' }, path: 'Member[lucia].Return', memory: 'server-session', options: 'Argument[0]',
      lifetime: [{ clock: 'record', when: [{ read: IDLE, is: 'present' }], then: { read: IDLE, unit: 'ms', option: 'sessionExpiresIn.idlePeriod' } }, { clock: 'record', then: { ms: 14 * DAY } }],
    },
  ],
});
