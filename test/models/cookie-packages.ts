import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real packages of cookies, as CommonJS gives them; see `packages.ts`. Where several generations are at hand, the newest first. */
export const cookiePackages = {
  cookie: [require('cookie') as unknown, createRequire(require.resolve('express'))('cookie') as unknown],
  cookies: [require('cookies') as unknown],
  'cookies-next': [require('cookies-next') as unknown],
  nookies: [require('nookies') as unknown],
  h3: [require('h3') as unknown],
  hono: [require('hono/cookie') as unknown],
};
