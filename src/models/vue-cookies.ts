import { defineModel } from './define-model.js';
import type { LifetimeRule, Row } from './library-model.js';

const EXPIRES = 'Argument[2]';
/** Seconds; `0` and `null` end with the browser, `-1` and `Infinity` with the year 9999. Texts have a grammar of their own: `'30m'` are months. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: EXPIRES, is: 'absent' }], then: { ms: 86_400_000 } },
  { clock: 'record', when: [{ read: EXPIRES, is: 0 }], then: 'browser-close' },
  { clock: 'record', when: [{ read: EXPIRES, is: null }], then: 'browser-close' },
  { clock: 'record', when: [{ read: EXPIRES, is: -1 }], then: { never: 'option', option: 'expires' } },
  { clock: 'record', when: [{ read: EXPIRES, is: 'number' }], then: { read: EXPIRES, unit: 's', option: 'expires' } },
  { clock: 'record', when: [{ read: EXPIRES, is: Infinity }], then: { read: EXPIRES, unit: 's', option: 'expires' } },
  { clock: 'record', then: 'unknown' },
];
const COOKIES: readonly Row['from'][] = [{ package: 'vue-cookies' }, { type: 'vue-cookies.Cookies' }];

/** Cookies of Vue applications, which end after a day unless told otherwise. */
export const vueCookies = defineModel({
  id: 'vue-cookies',
  docs: 'https://github.com/cmp-cc/vue-cookies#readme',
  packages: ['vue-cookies', 'vue3-cookies'],
  checkedAgainst: '1.8 (read), vue3-cookies 1.0 (read)',
  types: [{ name: 'vue-cookies.Cookies', from: { package: 'vue3-cookies' }, path: 'Member[useCookies].Return.Member[cookies]' }],
  declaredTypes: [{ package: 'vue-cookies', name: 'VueCookies', type: 'vue-cookies.Cookies' }],
  writes: COOKIES.map((from) => ({ from, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly: 'never', lifetime: LIFETIME })),
  reads: COOKIES.map((from) => ({ from, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' })),
  clears: COOKIES.map((from) => ({ from, path: 'Member[remove].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' })),
});
