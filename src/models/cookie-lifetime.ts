import type { LifetimeRule } from './library-model.js';

/**
 * When a cookie ends whose options are called as in the `cookie` package: by `maxAge`, which beats `expires` in
 * browsers, else with the browser's session.
 *
 * @param options path of the options: `Argument[2]`
 * @param unit what `maxAge` is counted in: milliseconds in Express and Koa, seconds elsewhere, as in the header itself
 */
export function cookieLifetime(options: string, unit: 'ms' | 's' = 's'): readonly LifetimeRule[] {
  const [maxAge, expires] = [`${options}.Member[maxAge]`, `${options}.Member[expires]`];
  return [
    { clock: 'record', when: [{ read: maxAge, is: 'present' }], then: { read: maxAge, unit, option: 'maxAge' } },
    { clock: 'record', when: [{ read: expires, is: 'present' }], then: { read: expires, unit: 'date', option: 'expires' } },
    { clock: 'record', then: 'browser-close' },
  ];
}

/** `expires` as a number of days from now, or as a date. What is no moment, `Infinity`, is left out of the cookie. */
export function cookieDays(expires: string, otherwise: LifetimeRule['then'] = 'browser-close'): readonly LifetimeRule[] {
  return [
    { clock: 'record', when: [{ read: expires, is: Infinity }], then: 'browser-close' },
    { clock: 'record', when: [{ read: expires, is: 'number' }], then: { read: expires, unit: 'days', option: 'expires' } },
    { clock: 'record', when: [{ read: expires, is: 'present' }], then: { read: expires, unit: 'date', option: 'expires' } },
    { clock: 'record', then: otherwise },
  ];
}
