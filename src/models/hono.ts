import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const HELPER = { package: 'hono/cookie' } as const;

const APP = { type: 'hono.App' } as const;
const VERBS = 'get,post,put,patch,delete,options,all,use,on';

/** Contexts that handlers are given, and cookies of Hono, set on the context that the functions are given. Signed ones can be read all the same. */
export const hono = defineModel({
  id: 'hono',
  docs: 'https://hono.dev/docs/helpers/cookie',
  packages: ['hono'],
  checkedAgainst: '4.13',
  types: [
    { name: APP.type, from: { package: 'hono' }, path: 'Member[Hono].New' },
    { name: APP.type, from: APP, path: `Member[${VERBS},route,basePath].Return` },
    { name: 'hono.Context', from: APP, path: `Member[${VERBS}].Argument[any].Parameter[0]` },
    { name: 'hono.Context', from: { package: 'hono/factory' }, path: 'Member[createMiddleware].Argument[0].Parameter[0]' },
  ],
  declaredTypes: [{ package: 'hono', name: 'Context', type: 'hono.Context' }],
  functionTypes: ['Handler', 'MiddlewareHandler'].map((name) => ({ package: 'hono', name, parameter: 0, type: 'hono.Context' })),
  writes: [
    { from: HELPER, path: 'Member[setCookie].Return', memory: 'cookie', key: 'Argument[1]', value: 'Argument[2]', ...cookieOptions({ at: 'Argument[3]', unit: 's', hidden: false }) },
    { from: HELPER, path: 'Member[setSignedCookie].Return', memory: 'cookie', key: 'Argument[1]', value: 'Argument[2]', ...cookieOptions({ at: 'Argument[4]', unit: 's', hidden: false }) },
    { from: HELPER, path: 'Member[generateCookie].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: false }) },
  ],
  roots: [{ from: HELPER, path: 'Member[getCookie].Return', when: [{ read: 'Argument[1]', is: 'absent' }], memory: 'cookie', name: 'cookies', readOnly: true }],
  reads: [
    { from: HELPER, path: 'Member[getCookie].Return', memory: 'cookie', key: 'Argument[1]' },
    { from: HELPER, path: 'Member[getSignedCookie].Return', memory: 'cookie', key: 'Argument[2]' },
  ],
  clears: [
    { from: HELPER, path: 'Member[deleteCookie].Return', memory: 'cookie', key: 'Argument[1]', clears: 'cookie' },
    { from: HELPER, path: 'Member[setCookie].Return', key: 'Argument[1]', ...clearedByAge('Argument[3]') },
  ],
});
