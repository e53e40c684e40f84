import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const REPLY = { type: 'fastify.Reply' } as const;
/** The plugin's `parseOptions` are options of every cookie, so that nothing is known of those that are left out. */
const OPTIONS = cookieOptions({ at: 'Argument[2]', unit: 's' });

/** Cookies of Fastify. Signed ones can be read all the same. */
export const fastifyCookie = defineModel({
  id: 'fastify-cookie',
  docs: 'https://github.com/fastify/fastify-cookie#readme',
  packages: ['@fastify/cookie', 'fastify-cookie'],
  checkedAgainst: '11.1',
  writes: [{
    from: REPLY, path: 'Member[setCookie,cookie].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', httpOnly: OPTIONS.httpOnly,
    lifetime: [...OPTIONS.lifetime.slice(0, -1), { clock: 'record', then: 'unknown' }],
  }],
  roots: [{ from: { type: 'fastify.Request' }, path: 'Member[cookies]', memory: 'cookie', name: 'cookies', readOnly: true }],
  clears: [
    { from: REPLY, path: 'Member[clearCookie].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: REPLY, path: 'Member[setCookie,cookie].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') },
  ],
});
