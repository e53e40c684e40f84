import { defineModel } from './define-model.js';
import type { LifetimeRule, Unit } from './library-model.js';

const EXPIRES = 'Member[expires]';
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** `expires` counts in what `expires_in` says: days, unless said otherwise. */
const UNITS: readonly (readonly [word: string, unit: Unit])[] = [['seconds', 's'], ['minutes', 'min'], ['hours', 'h'], ['days', 'days']];

const LIFETIME: readonly LifetimeRule[] = [
  ...UNITS.map(([word, unit]): LifetimeRule => ({ clock: 'record', when: [{ read: 'Member[expires_in]', is: word }, { read: EXPIRES, is: 'present' }], then: { read: EXPIRES, unit, option: 'expires' } })),
  { clock: 'record', when: [{ read: 'Member[expires_in]', is: 'present' }], then: 'unknown' },
  { clock: 'record', when: [{ read: EXPIRES, is: 0 }], then: { ms: WEEK } },
  { clock: 'record', when: [{ read: EXPIRES, is: 'present' }], then: { read: EXPIRES, unit: 'days', option: 'expires' } },
  { clock: 'record', then: { ms: WEEK } },
];

/** The session itself in a cookie, encrypted together with its end. */
export const svelteKitCookieSession = defineModel({
  id: 'svelte-kit-cookie-session',
  docs: 'https://github.com/pixelmund/svelte-kit-cookie-session#readme',
  packages: ['svelte-kit-cookie-session'],
  checkedAgainst: '4.1',
  configs: [{ from: { package: 'svelte-kit-cookie-session' }, path: 'Member[handleSession].Return', memory: 'cookie', options: 'Argument[0]', lifetime: LIFETIME }],
});
