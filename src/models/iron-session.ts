import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

const MAX_AGE = 'Member[cookieOptions].Member[maxAge]';
const FOURTEEN_DAYS = 14 * 24 * 60 * 60 * 1000;
/** The cookie goes a little earlier than what is sealed in it. */
const SKEW = 60_000;

/** The time is sealed in with the data. "No `maxAge`", written as `undefined`, takes it out: the seal is good for ever. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: MAX_AGE, is: 'undefined' }], then: { never: 'option', option: 'cookieOptions.maxAge: undefined' } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
  { clock: 'record', when: [{ read: 'Member[ttl]', is: 'present' }], then: { read: 'Member[ttl]', unit: 's', option: 'ttl' } },
  { clock: 'record', then: { ms: FOURTEEN_DAYS } },
  { clock: 'cookie', when: [{ read: MAX_AGE, is: 'undefined' }], then: 'browser-close' },
  { clock: 'cookie', when: [{ read: MAX_AGE, is: 'present' }], then: { read: MAX_AGE, unit: 's', option: 'cookieOptions.maxAge' } },
  { clock: 'cookie', when: [{ read: 'Member[ttl]', is: 'absent' }], then: { ms: FOURTEEN_DAYS - SKEW } },
  { clock: 'cookie', then: 'unknown' },
];

const CONFIG = { memory: 'cookie', lifetime: LIFETIME, remedy: { set: ['ttl'], unit: 's' } } satisfies Partial<ConfigRow>;
const OPTIONS_LAST = { options: 'Argument[2]', otherOptions: 'Argument[1]' } as const;
const PACKAGES = ['iron-session', 'iron-session/edge'] as const;
const NEXT = { package: 'iron-session/next' } as const;
const SESSION = { type: 'iron-session.Session' } as const;

/** The session itself in a cookie, sealed: who holds it cannot read it. Written by `save()` and by nothing else. */
export const ironSession = defineModel({
  id: 'iron-session',
  docs: 'https://github.com/vvo/iron-session#readme',
  packages: ['iron-session'],
  checkedAgainst: '6, 7, 8',
  types: [
    ...PACKAGES.map((name) => ({ name: SESSION.type, from: { package: name }, path: 'Member[getIronSession].Return' })),
    { name: 'iron-session.Request', from: NEXT, path: 'Member[withIronSessionApiRoute].Argument[0].Parameter[0]' },
    { name: 'iron-session.Context', from: NEXT, path: 'Member[withIronSessionSsr].Argument[0].Parameter[0]' },
    { name: 'iron-session.Request', from: { type: 'iron-session.Context' }, path: 'Member[req]' },
    { name: SESSION.type, from: { type: 'iron-session.Request' }, path: 'Member[session]' },
  ],
  declaredTypes: [{ package: 'iron-session', name: 'IronSession', type: SESSION.type }],
  configs: [
    ...PACKAGES.map((name) => ({ ...CONFIG, ...OPTIONS_LAST, from: { package: name }, path: 'Member[getIronSession].Return' })),
    { ...CONFIG, from: NEXT, path: 'Member[withIronSessionApiRoute,withIronSessionSsr].Return', options: 'Argument[1]' },
    { ...CONFIG, from: { package: 'iron-session/express' }, path: 'Member[ironSession].Return', options: 'Argument[0]' },
  ],
  roots: [
    { from: SESSION, path: '', memory: 'cookie', name: 'session', needsSave: 'call', sealed: true },
  ],
  writes: PACKAGES.map((name) => ({
    from: { package: name }, path: 'Member[sealData].Return', memory: 'token', value: 'Argument[0]', sealed: true,
    lifetime: [
      { clock: 'record', when: [{ read: 'Argument[1].Member[ttl]', is: 0 }], then: { never: 'option', option: 'ttl: 0' } },
      { clock: 'record', when: [{ read: 'Argument[1].Member[ttl]', is: 'present' }], then: { read: 'Argument[1].Member[ttl]', unit: 's', option: 'ttl' } },
      { clock: 'record', then: { ms: FOURTEEN_DAYS } },
    ],
  })),
  clears: [{ from: SESSION, path: 'Member[destroy].Return', memory: 'cookie', clears: 'both' }],
  saves: [
    { from: SESSION, path: 'Member[save].Return', memory: 'cookie' },
    // It sends an empty cookie: nothing that was written before needs to be kept.
    { from: SESSION, path: 'Member[destroy].Return', memory: 'cookie' },
  ],
  ownKeys: ['save', 'destroy', 'updateConfig'],
});
