import { cookieLifetime } from './cookie-lifetime.js';
import { defineModel } from './define-model.js';

const COOKIES = { package: 'react-cookies' } as const;

/** Cookies of older React applications, with the options of the `cookie` package. */
export const reactCookies = defineModel({
  id: 'react-cookies',
  docs: 'https://github.com/bukinoshita/react-cookies#readme',
  packages: ['react-cookies'],
  checkedAgainst: '0.1 (read)',
  writes: [{ from: COOKIES, path: 'Member[save].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly: { read: 'Argument[2].Member[httpOnly]', whenAbsent: false }, lifetime: cookieLifetime('Argument[2]') }],
  reads: [{ from: COOKIES, path: 'Member[load].Return', memory: 'cookie', key: 'Argument[0]' }],
  clears: [{ from: COOKIES, path: 'Member[remove].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' }],
});
