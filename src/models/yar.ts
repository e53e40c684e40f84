import { defineModel } from './define-model.js';

const EXPIRES_IN = 'Member[options].Member[cache].Member[expiresIn]';
const SESSION = { type: 'yar.Session' } as const;

/** `request.yar` of hapi: small sessions in the cookie, larger ones in the server's cache. Both are stored for every visitor. */
export const yar = defineModel({
  id: 'yar',
  docs: 'https://github.com/hapijs/yar#readme',
  packages: ['@hapi/yar', 'yar'],
  checkedAgainst: '@hapi/yar 11',
  types: [
    { name: SESSION.type, from: { type: 'hapi.Request' }, path: 'Member[yar]' },
  ],
  declaredTypes: [{ package: '@hapi/hapi', name: 'Request', type: 'hapi.Request' }],
  configs: ['@hapi/yar', 'yar'].map((name) => ({
    from: { package: name },
    path: '',
    handedTo: { method: ['register'], argument: 0, property: 'plugin' },
    memory: 'server-session',
    options: 'Argument[0]',
    lifetime: [
      // What fits into the cookie stays there, and holds no time.
      { clock: 'record', when: [{ read: EXPIRES_IN, is: 'present' }], then: { read: EXPIRES_IN, unit: 'ms', option: 'cache.expiresIn' } },
      { clock: 'record', then: { ms: 24 * 60 * 60 * 1000 } },
      { clock: 'cookie', when: [{ read: 'Member[options].Member[cookieOptions].Member[ttl]', is: 'number' }], then: { read: 'Member[options].Member[cookieOptions].Member[ttl]', unit: 'ms', option: 'cookieOptions.ttl' } },
      { clock: 'cookie', then: 'browser-close' },
    ],
    eagerSave: { read: 'Member[options].Member[storeBlank]', whenAbsent: true },
  })),
  writes: [{ from: SESSION, path: 'Member[set,flash].Return', memory: 'server-session', key: 'Argument[0]', value: 'Argument[1]' }],
  reads: [{ from: SESSION, path: 'Member[get].Return', memory: 'server-session', key: 'Argument[0]' }],
  clears: [
    { from: SESSION, path: 'Member[clear].Return', memory: 'server-session', key: 'Argument[0]', clears: 'key' },
    { from: SESSION, path: 'Member[reset].Return', memory: 'server-session', clears: 'record' },
  ],
});
