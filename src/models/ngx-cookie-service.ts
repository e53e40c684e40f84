import { cookieDays } from './cookie-lifetime.js';
import { defineModel } from './define-model.js';
import type { WriteRow } from './library-model.js';

const SERVICE = { type: 'ngx-cookie-service.Service' } as const;
const SET = { from: SERVICE, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly: 'never' } satisfies WriteRow;

/** Cookies of Angular applications. The third argument is a number of days, a date, or an object with one of them. */
export const ngxCookieService = defineModel({
  id: 'ngx-cookie-service',
  docs: 'https://github.com/stevermeister/ngx-cookie-service#readme',
  packages: ['ngx-cookie-service'],
  checkedAgainst: '22 (read)',
  declaredTypes: [
    { package: 'ngx-cookie-service', name: 'CookieService', type: SERVICE.type },
    { package: 'ngx-cookie-service', name: 'SsrCookieService', type: SERVICE.type },
  ],
  writes: [{
    ...SET,
    lifetime: [
      { clock: 'record', when: [{ read: 'Argument[2]', is: 0 }], then: 'browser-close' },
      { clock: 'record', when: [{ read: 'Argument[2]', is: 'number' }], then: { read: 'Argument[2]', unit: 'days', option: 'expires' } },
      { clock: 'record', when: [{ read: 'Argument[2].Member[expires]', is: 0 }], then: 'browser-close' },
      ...cookieDays('Argument[2].Member[expires]'),
    ],
  }],
  reads: [{ from: SERVICE, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' }],
  clears: [{ from: SERVICE, path: 'Member[delete].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' }],
});
