import { defineModel } from './define-model.js';
import type { LifetimeRule } from './library-model.js';

const ROLLING = 'Member[session].Member[rollingDuration]';
const ABSOLUTE = 'Member[session].Member[absoluteDuration]';
const DAY = 86_400_000;
const WEEK = 7 * DAY;

const LIFETIME: readonly LifetimeRule[] = [
  // Without a rolling end the absolute one is the only one, and a must.
  { clock: 'record', when: [{ read: 'Member[session].Member[rolling]', is: false }, { read: ABSOLUTE, is: 'present' }], then: { read: ABSOLUTE, unit: 's', option: 'session.absoluteDuration' } },
  { clock: 'record', when: [{ read: 'Member[session].Member[rolling]', is: false }], then: { ms: WEEK } },
  { clock: 'record', when: [{ read: ROLLING, is: 'present' }], then: { read: ROLLING, unit: 's', option: 'session.rollingDuration' } },
  { clock: 'record', then: { ms: DAY } },
  { clock: 'absolute', when: [{ read: ABSOLUTE, is: false }], then: 'unknown' },
  { clock: 'absolute', when: [{ read: ABSOLUTE, is: 'present' }], then: { read: ABSOLUTE, unit: 's', option: 'session.absoluteDuration' } },
  { clock: 'absolute', then: { ms: WEEK } },
];

/** Auth0's sessions for Express: in an encrypted cookie, or in a store; a day after the last use, a week in all. */
export const expressOpenidConnect = defineModel({
  id: 'express-openid-connect',
  docs: 'https://auth0.github.io/express-openid-connect/interfaces/SessionConfigParams.html',
  packages: ['express-openid-connect'],
  checkedAgainst: '3.4',
  configs: [{ from: { package: 'express-openid-connect' }, path: 'Member[auth].Return', memory: 'cookie', options: 'Argument[0]', lifetime: LIFETIME }],
});
