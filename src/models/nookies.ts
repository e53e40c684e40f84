import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const PACKAGE = { package: 'nookies' } as const;

/** Cookies of Next.js on both sides, set on a context; without one, in the browser. */
export const nookies = defineModel({
  id: 'nookies',
  docs: 'https://github.com/maticzav/nookies#readme',
  packages: ['nookies'],
  checkedAgainst: '2.5',
  writes: [{ from: PACKAGE, path: 'Member[setCookie,set].Return', memory: 'cookie', key: 'Argument[1]', value: 'Argument[2]', ...cookieOptions({ at: 'Argument[3]', unit: 's', hidden: false }) }],
  roots: [{ from: PACKAGE, path: 'Member[parseCookies,get].Return', memory: 'cookie', name: 'cookies', readOnly: true }],
  clears: [
    { from: PACKAGE, path: 'Member[destroyCookie,destroy].Return', memory: 'cookie', key: 'Argument[1]', clears: 'cookie' },
    { from: PACKAGE, path: 'Member[setCookie,set].Return', key: 'Argument[1]', ...clearedByAge('Argument[3]') },
  ],
});
