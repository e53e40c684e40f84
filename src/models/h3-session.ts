import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule } from './library-model.js';

const MAX_AGE = { read: 'Member[maxAge]', unit: 's', option: 'maxAge' } as const;
const SEAL_TTL = 'Member[seal].Member[ttl]';
const IDLE = 'Member[idleTimeout]';

/** The seal holds the end. `maxAge` counts from when the session began, `seal.ttl` and `idleTimeout` (since 2) from the last time. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: MAX_AGE.read, is: 0 }, { read: SEAL_TTL, is: 'absent' }], then: { never: 'option', option: 'maxAge: 0' } },
  { clock: 'record', when: [{ read: IDLE, is: 'present' }], then: 'unknown' },
  { clock: 'record', when: [{ read: MAX_AGE.read, is: 'present' }], then: MAX_AGE },
  { clock: 'record', when: [{ read: SEAL_TTL, is: 0 }], then: { never: 'option', option: 'seal.ttl: 0' } },
  { clock: 'record', when: [{ read: SEAL_TTL, is: 'present' }], then: { read: SEAL_TTL, unit: 'ms', option: 'seal.ttl' } },
  { clock: 'record', then: { never: 'default' } },
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[maxAge]', is: 'present' }], then: { read: 'Member[cookie].Member[maxAge]', unit: 's', option: 'cookie.maxAge' } },
  { clock: 'cookie', when: [{ read: 'Member[cookie].Member[expires]', is: 'present' }], then: { read: 'Member[cookie].Member[expires]', unit: 'date', option: 'cookie.expires' } },
  { clock: 'cookie', when: [{ read: MAX_AGE.read, is: 0 }], then: 'browser-close' },
  { clock: 'cookie', when: [{ read: MAX_AGE.read, is: 'present' }], then: MAX_AGE },
  { clock: 'cookie', then: 'browser-close' },
];

const SESSION = { type: 'h3.Session' } as const;
const CALLS = 'useSession,getSession,updateSession,sealSession';
const CONFIG = { memory: 'cookie', lifetime: LIFETIME, moments: [{ option: 'cookie.expires', instead: 'maxAge' }], remedy: { set: ['maxAge'], unit: 's' } } satisfies Partial<ConfigRow>;

/** `useSession(event, config)`: in Nuxt and Nitro also under its bare name. `useSession()` is something else. */
const WITH_EVENT = { ...CONFIG, options: 'Argument[1]', when: [{ read: 'Argument[1]', is: 'present' }] } satisfies Partial<ConfigRow>;
/** `useSession(config)`: these frameworks know the event by themselves, and still take it. */
const WITHOUT_EVENT = { ...CONFIG, options: 'Argument[0]', otherOptions: 'Argument[1]' } satisfies Partial<ConfigRow>;
const H3 = ['h3', '#imports', 'nitro/h3'] as const;
const WRAPPERS = ['vinxi/http', '@tanstack/react-start/server', '@tanstack/solid-start/server'] as const;

/** The session itself in a cookie, sealed. Without `maxAge` the seal is good for ever. */
export const h3Session = defineModel({
  id: 'h3-session',
  docs: 'https://h3.dev/examples/handle-session',
  packages: ['h3', 'nuxt', 'nitropack', 'nitro', '#imports', 'vinxi', '@tanstack/react-start', '@tanstack/solid-start'],
  checkedAgainst: '1.15, 2.0',
  types: [
    ...[...H3, ...WRAPPERS].map((name) => ({ name: SESSION.type, from: { package: name }, path: 'Member[useSession].Return' })),
    { name: SESSION.type, from: { global: 'useSession' }, path: 'Return', when: [{ read: 'Argument[1]', is: 'present' }] },
    { name: SESSION.type, from: SESSION, path: 'Member[update,clear].Return' },
  ],
  configs: [
    ...H3.map((name) => ({ ...WITH_EVENT, from: { package: name }, path: `Member[${CALLS}].Return` })),
    ...WRAPPERS.map((name) => ({ ...WITHOUT_EVENT, from: { package: name }, path: `Member[${CALLS}].Return` })),
    ...CALLS.split(',').map((name) => ({ ...WITH_EVENT, from: { global: name }, path: 'Return' })),
  ],
  writes: [{ from: SESSION, path: 'Member[update].Return', memory: 'cookie', each: { reader: 'keys-of', path: 'Argument[0]' }, sealed: true }],
  clears: [{ from: SESSION, path: 'Member[clear].Return', memory: 'cookie', clears: 'both' }],
});
