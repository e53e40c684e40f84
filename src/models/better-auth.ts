import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

const EXPIRES_IN = 'Member[session].Member[expiresIn]';
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The record in the database, renewed once a day; `0` is the default too. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: EXPIRES_IN, is: 0 }], then: { ms: WEEK } },
  { clock: 'record', when: [{ read: EXPIRES_IN, is: 'present' }], then: { read: EXPIRES_IN, unit: 's', option: 'session.expiresIn' } },
  { clock: 'record', then: { ms: WEEK } },
];
const CONFIG = { path: 'Member[betterAuth].Return', memory: 'server-session', options: 'Argument[0]', lifetime: LIFETIME } satisfies Partial<ConfigRow>;

/** Sessions in the project's database, a week by default. */
export const betterAuth = defineModel({
  id: 'better-auth',
  docs: 'https://www.better-auth.com/docs/concepts/session-management',
  packages: ['better-auth'],
  checkedAgainst: '1.7',
  configs: ['better-auth', 'better-auth/minimal'].map((name) => ({ ...CONFIG, from: { package: name } })),
});
